package vn.ungpho.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Which days are worked: Monday to Friday, but for the holidays and the swapped days that the data of a year name.
 *
 * @param exceptions days that are not what their day of the week says
 * @param years of which there are data
 */
public record WorkingCalendar(Map<LocalDate, Kind> exceptions, Set<Integer> years) {

    public enum Kind {
        HOLIDAY,
        WORKING
    }

    public WorkingCalendar {
        exceptions = Map.copyOf(exceptions);
        years = Set.copyOf(years);
    }

    boolean isWorked(LocalDate day) {
        Kind exception = exceptions.get(day);
        return exception == null ? day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 : exception == Kind.WORKING;
    }

    boolean knows(int year) {
        return years.contains(year);
    }
}
