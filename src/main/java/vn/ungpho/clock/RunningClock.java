package vn.ungpho.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.ungpho.engine.TaskFile;

/**
 * A deadline that runs in an incident. {@code metAt}, {@code breachedAt}, {@code pausedAt} and {@code endedAt} are null
 * until they happen.
 *
 * @param unit what its length is counted in
 * @param dueAt while the clock is paused: as if it went on at that moment
 * @param breachTold who is told of a breach, see {@link ClockRule}
 * @param pausedAt since when it is paused, or null
 * @param endedAt when the incident ended under it, or null
 */
public record RunningClock(
        String number,
        String purpose,
        String rule,
        String legalBasis,
        ClockRule.Unit unit,
        Instant startedAt,
        Instant dueAt,
        List<Instant> warnAt,
        List<String> warnTold,
        List<String> breachTold,
        boolean pausable,
        Instant pausedAt,
        Instant metAt,
        Instant breachedAt,
        Instant endedAt) {

    public RunningClock {
        warnAt = List.copyOf(warnAt);
        warnTold = List.copyOf(warnTold);
        breachTold = List.copyOf(breachTold);
    }

    /** Under a rule, which may be another one than before. */
    RunningClock recounted(ClockRule held, Instant start, Deadline deadline) {
        return new RunningClock(
                number,
                purpose,
                held.code(),
                held.legalBasis(),
                held.unit(),
                start,
                deadline.due(),
                deadline.warnings(),
                held.warnTold(),
                held.breachTold(),
                held.pausable(),
                pausedAt,
                metAt,
                breachedAt,
                endedAt);
    }

    /** Neither met nor ended; it may be late or paused. */
    public boolean isOpen() {
        return metAt == null && endedAt == null;
    }

    public boolean isPaused() {
        return pausedAt != null && isOpen();
    }

    /** Whether the task is due when this clock is; of a task's due time the engine keeps milliseconds. */
    public boolean isDueWith(TaskFile task) {
        return dueAt.truncatedTo(ChronoUnit.MILLIS).equals(task.due());
    }

    /** What is left at this moment, negative when late; a paused clock stands still. */
    public Duration remaining(Instant now) {
        return Duration.between(pausedAt == null ? now : pausedAt, dueAt);
    }
}
