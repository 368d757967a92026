package vn.ungpho.clock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** From a length to instants, in the pace of the incident: exercises may run faster than life. */
@Component
class Terms {

    private static final Logger log = LoggerFactory.getLogger(Terms.class);

    private final Supplier<WorkingCalendar> calendars;
    private final ExerciseSettings exercises;

    @Autowired
    Terms(CalendarDays days, ExerciseSettings exercises) {
        this(days::calendar, exercises);
    }

    private Terms(Supplier<WorkingCalendar> calendars, ExerciseSettings exercises) {
        this.calendars = calendars;
        this.exercises = exercises;
    }

    /** The same by another calendar than the one that holds. */
    Terms by(WorkingCalendar calendar) {
        return new Terms(() -> calendar, exercises);
    }

    Deadline of(String number, Instant start, ClockRule rule, List<Counting.Pause> pauses) {
        return part(number, start, rule, 1, pauses);
    }

    /** @param parts of how many steps that share the length this is one */
    Deadline part(String number, Instant start, ClockRule rule, int parts, List<Counting.Pause> pauses) {
        WorkingCalendar calendar = rule.unit() == ClockRule.Unit.WORKING_DAYS ? calendars.get() : WorkingCalendar.NONE;
        Counting counting = new Counting(calendar);
        Duration length = rule.term().counted().dividedBy(parts);
        Instant due = after(counting, number, start, length, rule.unit(), pauses);
        warnOfUnknownYear(number, rule, due, calendar);
        return new Deadline(
                due,
                rule.warnAt().stream()
                        .map(share -> after(counting, number, start, share(length, share), rule.unit(), pauses))
                        .toList());
    }

    private static void warnOfUnknownYear(String number, ClockRule rule, Instant due, WorkingCalendar calendar) {
        int year = Counting.dayOf(due.minusSeconds(1)).getYear();
        if (rule.unit() == ClockRule.Unit.WORKING_DAYS && !calendar.knows(year)) {
            log.warn("{} of {} counts working days of {}, of which there is no calendar", rule.code(), number, year);
        }
    }

    private Instant after(
            Counting counting,
            String number,
            Instant start,
            Duration length,
            ClockRule.Unit unit,
            List<Counting.Pause> pauses) {
        if (!exercises.isFaster(number)) {
            return counting.after(start, length, unit, pauses);
        }
        Duration inLife = Duration.between(start, counting.after(start, length, unit, List.of()));
        return counting.after(start, exercises.scaled(number, inLife), ClockRule.Unit.HOURS, pauses);
    }

    /** To the second: 83.333333 % of 24 hours are 20 hours. */
    private static Duration share(Duration length, BigDecimal percent) {
        return Duration.ofSeconds(BigDecimal.valueOf(length.toSeconds())
                .multiply(percent)
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
