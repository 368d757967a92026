package vn.ungpho.notification;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is owed, one message at a time, outside every other transaction. A crash between the mail server's yes and
 * our note of it repeats the message with the same Message-ID; exactly once does not exist over SMTP.
 */
@Component
class OutboxSender {

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);
    private static final int LONGEST_ERROR = 500;
    private static final int MOST_AT_ONCE = 200;

    private final Outbox outbox;
    private final Transport transport;
    private final FolderTransport exercises;
    private final ObjectProvider<SecondChannel> second;
    private final MailSettings settings;
    private final SentRecord record;
    private final Clock clock;

    OutboxSender(
            Outbox outbox,
            Transport transport,
            FolderTransport exercises,
            ObjectProvider<SecondChannel> second,
            MailSettings settings,
            SentRecord record,
            Clock clock) {
        this.outbox = outbox;
        this.transport = transport;
        this.exercises = exercises;
        this.second = second;
        this.settings = settings;
        this.record = record;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${ungpho.mail.interval:1s}")
    void sendDue() {
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            Optional<Mail> due = outbox.take(settings.lease());
            if (due.isEmpty()) {
                return;
            }
            send(due.get());
        }
    }

    private void send(Mail mail) {
        try {
            deliver(mail);
            record.sent(mail);
        } catch (MessagingException | IOException | RuntimeException failure) {
            boolean givenUp = mail.attempts() >= settings.attempts();
            String error = oneLine(String.valueOf(failure.getMessage()));
            log.warn("Mail {} to {} failed (try {}): {}", mail.id(), mail.recipient(), mail.attempts(), error);
            record.failed(mail, givenUp, clock.instant().plus(settings.delayAfter(mail.attempts())), error);
        }
    }

    private void deliver(Mail mail) throws MessagingException, IOException {
        if (mail.channel() == Mail.Channel.MAIL) {
            Transport way = isExercise(mail) ? exercises : transport;
            way.send(new MailMessage(mail, settings));
        } else if (isExercise(mail)) {
            exercises.keep(mail.id() + ".json", mail.body().getBytes(StandardCharsets.UTF_8));
        } else {
            second.getObject().send(mail);
        }
    }

    private static boolean isExercise(Mail mail) {
        return mail.number().startsWith("DT-");
    }

    private static String oneLine(String error) {
        String line = error.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_ERROR ? line : line.substring(0, LONGEST_ERROR);
    }
}
