package vn.ungpho.taskforce;

import java.time.Duration;
import java.time.Instant;

/**
 * When the next situation report is asked for and due.
 *
 * @param point from where the interval counts: the plan, then the report before
 * @param opensAt three quarters of the interval later
 * @param dueAt the full interval later
 * @param level the level at which the interval was measured
 */
record ReportSchedule(Instant point, Instant opensAt, Instant dueAt, int level) {

    private static final int QUARTERS = 4;

    static ReportSchedule from(Instant point, Duration every, int level) {
        return due(point, point.plus(every), every, level);
    }

    private static ReportSchedule due(Instant point, Instant due, Duration every, int level) {
        return new ReportSchedule(point, due.minus(every.dividedBy(QUARTERS)), due, level);
    }

    /** The point of the report after this one: reports keep their rhythm, a late one starts it anew. */
    Instant nextPoint(Instant submitted) {
        return submitted.isAfter(dueAt) ? submitted : dueAt;
    }

    /**
     * The same report at another level. Where the new interval is already over, a quarter of it is left to write; a higher
     * level never grants more time than there was.
     */
    ReportSchedule atLevel(int other, Duration every, Instant now) {
        if (other == level) {
            return this;
        }
        Instant due = later(point.plus(every), now.plus(every.dividedBy(QUARTERS)));
        return due(point, other > level && dueAt.isBefore(due) ? dueAt : due, every, other);
    }

    private static Instant later(Instant one, Instant another) {
        return one.isAfter(another) ? one : another;
    }
}
