package vn.ungpho.contactpoint;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The agencies of a day are asked to confirm or correct their entries.
 *
 * @param number for example {@code XN-2026-01}: the business key of its process
 * @param yearly begun by the clock
 * @param endsAt who has not answered by then is not waited for
 * @param askedTo code of the last agency that was asked
 * @param allAsked whether the last request is on its way
 * @param rounds of reminders so far
 * @param ending null while it runs, as {@code endedAt}
 * @param endReason of a person who ended it, or null
 */
public record Campaign(
        String number,
        boolean yearly,
        LocalDate day,
        Instant startedAt,
        Instant endsAt,
        String askedTo,
        boolean allAsked,
        int rounds,
        Instant endedAt,
        Ending ending,
        String endReason) {

    public enum Ending {
        ALL_ANSWERED,
        TIME_UP,
        ENDED_EARLY
    }

    public boolean isRunning() {
        return endedAt == null;
    }

    /** Reminders at a half and at three quarters of its length. */
    Duration quarter() {
        return Duration.between(startedAt, endsAt).dividedBy(4);
    }
}
