package vn.ungpho.notification;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.AuditTrail;

/** Notes the end of each try, and in the record what was sent or given up. */
@Service
class SentRecord {

    private final Outbox outbox;
    private final AuditTrail audit;

    SentRecord(Outbox outbox, AuditTrail audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    public void sent(Mail mail) {
        outbox.sent(mail.id());
        if (isAboutNoIncident(mail)) {
            audit.appendToSystem(Actor.process(), "MAIL_SENT", facts(mail));
        } else {
            audit.append(mail.number(), Actor.process(), "MAIL_SENT", facts(mail));
        }
    }

    @Transactional
    public void failed(Mail mail, boolean givenUp, Instant nextAttempt, String error) {
        outbox.failed(mail.id(), givenUp ? Mail.State.FAILED : Mail.State.NEW, nextAttempt, error);
        if (givenUp) {
            if (isAboutNoIncident(mail)) {
                audit.appendToSystem(Actor.process(), "MAIL_GIVEN_UP", facts(mail));
            } else {
                audit.append(mail.number(), Actor.process(), "MAIL_GIVEN_UP", facts(mail));
            }
        }
    }

    private static boolean isAboutNoIncident(Mail mail) {
        return mail.number().isEmpty();
    }

    private static Map<String, Object> facts(Mail mail) {
        return Map.of(
                "mail",
                mail.id().toString(),
                "channel",
                mail.channel().name(),
                "recipient",
                mail.recipient(),
                "subject",
                mail.subject(),
                "template",
                mail.template());
    }
}
