package vn.ungpho.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * One message to one person, from the moment it is owed until it is sent or given up.
 *
 * @param id also the local part of its Message-ID, the same at every try
 * @param number file number of the incident; empty where it is about none
 * @param body what is sent: a letter, or for a webhook JSON
 * @param attempts tries so far
 * @param nextAttemptAt not before then
 * @param lastError what the mail server said last, or null
 */
public record Mail(
        UUID id,
        Channel channel,
        String number,
        String template,
        String recipient,
        String address,
        String subject,
        String body,
        State state,
        int attempts,
        Instant createdAt,
        Instant nextAttemptAt,
        Instant sentAt,
        String lastError) {

    public enum Channel {
        MAIL,
        WEBHOOK
    }

    public enum State {
        NEW,
        SENDING,
        SENT,
        /** Given up after many tries; somebody has to look. */
        FAILED
    }
}
