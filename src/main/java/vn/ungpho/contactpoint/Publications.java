package vn.ungpho.contactpoint;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import vn.ungpho.clock.Targets;
import vn.ungpho.organisation.Organisation;

/**
 * Judges publications by the rules in force on the day of the signature: Decree 09/2017 art. 3.6–3.7 for who is
 * authorised, Decree 244/2026 art. 3.3 for both from 1/7/2026.
 */
@Service
public class Publications {

    private final Targets targets;
    private final Clock clock;

    Publications(Targets targets, Clock clock) {
        this.targets = targets;
        this.clock = clock;
    }

    public Publication of(ContactPoint entry) {
        Instant signed = entry.assignedAt();
        if (signed == null) {
            return Publication.UNKNOWN;
        }
        return targets.publication(entry.kind() == ContactPoint.Kind.AUTHORISED, Organisation.dayOf(signed))
                .map(length -> judged(signed.plus(length), entry.publishedAt()))
                .orElse(Publication.NOT_REGULATED);
    }

    private Publication judged(Instant due, Instant publishedAt) {
        if (publishedAt != null) {
            return publishedAt.isAfter(due) ? Publication.LATE : Publication.IN_TIME;
        }
        return clock.instant().isAfter(due) ? Publication.OVERDUE : Publication.WAITING;
    }
}
