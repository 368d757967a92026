package vn.ungpho.notification;

import java.io.IOException;
import java.util.Optional;

/** A way to reach somebody besides mail. */
public interface SecondChannel {

    /** Where this person wants to be told, as others may read it; empty where mail is enough. */
    Optional<String> addressOf(String account);

    /** @throws IOException if it was not taken; it is tried again like mail */
    void send(Mail message) throws IOException;
}
