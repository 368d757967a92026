package vn.ungpho.notification;

import java.util.Collection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** For features that have something to tell beyond tasks. */
@Service
public class Notices {

    private final Letters letters;

    Notices(Letters letters) {
        this.letters = letters;
    }

    /**
     * @param template file under {@code mail/}
     * @param occasion the same occasion is told to the same person once
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void about(
            String template, String number, Integer level, String title, Collection<String> groups, String occasion) {
        letters.aboutIncident(template, number, level, title, groups, occasion);
    }
}
