package vn.ungpho.notification;

import org.springframework.stereotype.Component;

/** Where people outside reach this installation: the setting {@code ungpho.mail.public-url}. */
@Component
public class PublicAddress {

    private final String root;

    PublicAddress(MailSettings settings) {
        this.root = settings.publicUrl().replaceAll("/+$", "");
    }

    /** @param path from the top, with its slash */
    public String of(String path) {
        return root + path;
    }
}
