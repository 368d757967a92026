package vn.ungpho.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.ungpho.input.Vietnam;

/**
 * Counts time as the law does. Minutes, hours and days run around the clock. Working days follow the Civil Code 2015
 * (91/2015/QH13) art. 147–148: the day of the start does not count, and the term ends at 24:00 of its last working day;
 * so only working days count, from 00:00 of the day after the start. What lies in a pause does not count, and a pause
 * loses no minute: a term ends when the counted time without its pauses reaches the length.
 */
final class Counting {

    private final WorkingCalendar calendar;

    Counting(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** @param to null while the pause lasts */
    record Pause(Instant from, Instant to) {

        /** One that lasts is taken as over then. */
        Pause overAt(Instant end) {
            return to == null ? new Pause(from, end) : this;
        }
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, Vietnam.ZONE);
    }

    /** When so much counted time has passed since the start; pauses must not overlap and be over. */
    Instant after(Instant start, Duration counted, ClockRule.Unit unit, List<Pause> pauses) {
        if (unit != ClockRule.Unit.WORKING_DAYS) {
            return reached(start, counted, pauses);
        }
        Duration left = counted;
        for (LocalDate day = dayOf(start).plusDays(1); ; day = day.plusDays(1)) {
            if (calendar.isWorked(day)) {
                Instant from = midnight(day);
                Instant end = midnight(day.plusDays(1));
                Duration here = between(from, end, pauses);
                if (here.compareTo(left) >= 0) {
                    return reached(from, left, pauses);
                }
                left = left.minus(here);
            }
        }
    }

    /** The counted time from the start to an instant. */
    Duration counted(Instant start, Instant until, ClockRule.Unit unit, List<Pause> pauses) {
        if (unit != ClockRule.Unit.WORKING_DAYS) {
            return between(start, until, pauses);
        }
        Duration sum = Duration.ZERO;
        for (LocalDate day = dayOf(start).plusDays(1); midnight(day).isBefore(until); day = day.plusDays(1)) {
            if (calendar.isWorked(day)) {
                Instant end = midnight(day.plusDays(1));
                sum = sum.plus(between(midnight(day), end.isBefore(until) ? end : until, pauses));
            }
        }
        return sum;
    }

    /** When so much time outside the pauses has passed. */
    private static Instant reached(Instant start, Duration length, List<Pause> pauses) {
        Instant end = start.plus(length);
        for (Pause pause : pauses) {
            Instant from = later(start, pause.from());
            if (from.isBefore(end) && pause.to().isAfter(from)) {
                end = end.plus(Duration.between(from, pause.to()));
            }
        }
        return end;
    }

    private static Duration between(Instant from, Instant to, List<Pause> pauses) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        Duration sum = Duration.between(from, to);
        for (Pause pause : pauses) {
            Instant begin = later(from, pause.from());
            Instant end = pause.to().isBefore(to) ? pause.to() : to;
            if (begin.isBefore(end)) {
                sum = sum.minus(Duration.between(begin, end));
            }
        }
        return sum;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Vietnam.ZONE).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
