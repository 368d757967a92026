package vn.ungpho.contactpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether the name of who speaks was made public in the time of the law. */
public enum Publication {
    IN_TIME,
    LATE,
    /** Not yet, and there is time. */
    WAITING,
    /** Not yet, and the time is over. */
    OVERDUE,
    /** The law in force on that day gives no number of hours. */
    NOT_REGULATED,
    /** Nobody entered when the assignment was signed. */
    UNKNOWN;

    /** Decree 244/2026/NĐ-CP takes the place of Decree 09/2017/NĐ-CP: 1/7/2026 in Vietnam. */
    private static final Instant DECREE_244 = Instant.parse("2026-06-30T17:00:00Z");

    public static Publication of(ContactPoint entry, Instant now) {
        if (entry.assignedAt() == null) {
            return UNKNOWN;
        }
        return length(entry)
                .map(length -> of(entry.assignedAt().plus(length), entry.publishedAt(), now))
                .orElse(NOT_REGULATED);
    }

    private static Publication of(Instant due, Instant publishedAt, Instant now) {
        if (publishedAt != null) {
            return publishedAt.isAfter(due) ? LATE : IN_TIME;
        }
        return now.isAfter(due) ? OVERDUE : WAITING;
    }

    /** Decree 09 art. 3.6–3.7: 12 hours from signing an authorisation; Decree 244 art. 3.3: 24 hours from assignment. */
    private static Optional<Duration> length(ContactPoint entry) {
        if (!entry.assignedAt().isBefore(DECREE_244)) {
            return Optional.of(Duration.ofHours(24));
        }
        return entry.kind() == ContactPoint.Kind.AUTHORISED ? Optional.of(Duration.ofHours(12)) : Optional.empty();
    }
}
