package vn.ungpho.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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

    /** Of no year; where days are not counted. */
    static final WorkingCalendar NONE = new WorkingCalendar(Map.of(), Set.of());

    public WorkingCalendar {
        exceptions = Map.copyOf(exceptions);
        years = Set.copyOf(years);
    }

    boolean isWorked(LocalDate day) {
        Kind exception = exceptions.get(day);
        return exception == null ? day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 : exception == Kind.WORKING;
    }

    /** The same with the whole year anew. */
    WorkingCalendar with(int year, Collection<CalendarDay> days) {
        Map<LocalDate, Kind> others = new HashMap<>(exceptions);
        others.keySet().removeIf(day -> day.getYear() == year);
        days.forEach(day -> others.put(day.day(), day.kind()));
        Set<Integer> known = new HashSet<>(years);
        known.add(year);
        return new WorkingCalendar(others, known);
    }

    boolean knows(int year) {
        return years.contains(year);
    }
}
