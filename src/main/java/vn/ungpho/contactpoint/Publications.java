package vn.ungpho.contactpoint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.ungpho.clock.EventClock;
import vn.ungpho.clock.EventClocks;
import vn.ungpho.input.Vietnam;

/**
 * Judges publications by the rules in force on the day of the signature: Decree 09/2017 art. 3.6–3.7 for who is
 * authorised, Decree 244/2026 art. 3.3 for both from 1/7/2026.
 */
@Service
public class Publications {

    private final EventClocks clocks;
    private final Clock clock;

    Publications(EventClocks clocks, Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    public Publication of(ContactPoint entry) {
        return entry.assignedAt() == null
                ? Publication.UNKNOWN
                : clock(entry)
                        .map(running -> judged(running.due(), entry.publishedAt()))
                        .orElse(Publication.NOT_REGULATED);
    }

    /**
     * Empty where the law gives no number, or nobody knows the signature; nor need anybody be made public who no longer
     * speaks when the time is over.
     */
    Optional<EventClock> clock(ContactPoint entry) {
        return Optional.ofNullable(entry.assignedAt())
                .flatMap(signed -> clocks.publication(entry.kind() == ContactPoint.Kind.AUTHORISED, signed))
                .filter(running -> entry.publishedAt() != null || !hasEnded(entry, running.due()));
    }

    private static boolean hasEnded(ContactPoint entry, Instant due) {
        return entry.validTo() != null && LocalDate.ofInstant(due, Vietnam.ZONE).isAfter(entry.validTo());
    }

    private Publication judged(Instant due, Instant publishedAt) {
        if (publishedAt != null) {
            return publishedAt.isAfter(due) ? Publication.LATE : Publication.IN_TIME;
        }
        return clock.instant().isAfter(due) ? Publication.OVERDUE : Publication.WAITING;
    }
}
