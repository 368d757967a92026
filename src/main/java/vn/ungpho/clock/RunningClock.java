package vn.ungpho.clock;

import java.time.Instant;
import java.util.List;

/** A deadline that runs in an incident. {@code metAt} and {@code breachedAt} are null until they happen. */
public record RunningClock(
        String number,
        String purpose,
        String rule,
        String legalBasis,
        Instant startedAt,
        Instant dueAt,
        List<Instant> warnAt,
        Instant metAt,
        Instant breachedAt) {

    public RunningClock {
        warnAt = List.copyOf(warnAt);
    }
}
