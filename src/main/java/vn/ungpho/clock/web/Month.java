package vn.ungpho.clock.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.ungpho.clock.CalendarDay;
import vn.ungpho.clock.WorkingCalendar;

/**
 * A month as it is drawn: weeks from Monday to Sunday.
 *
 * @param number 1–12
 */
record Month(int number, List<List<Cell>> weeks) {

    /** @param day 0 before the first and after the last; @param kind ORDINARY, WEEKEND, HOLIDAY or WORKING */
    record Cell(int day, String kind, String name, boolean today) {}

    Month {
        weeks = weeks.stream().map(List::copyOf).toList();
    }

    static List<Month> of(int year, Map<LocalDate, CalendarDay> special, LocalDate today) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> of(YearMonth.of(year, month), special, today))
                .toList();
    }

    private static Month of(YearMonth month, Map<LocalDate, CalendarDay> special, LocalDate today) {
        List<List<Cell>> weeks = new ArrayList<>();
        LocalDate day = month.atDay(1).with(DayOfWeek.MONDAY);
        while (!day.isAfter(month.atEndOfMonth())) {
            List<Cell> week = new ArrayList<>();
            for (int i = 0; i < 7; i++, day = day.plusDays(1)) {
                week.add(YearMonth.from(day).equals(month) ? cell(day, special.get(day), today) : blank());
            }
            weeks.add(week);
        }
        return new Month(month.getMonthValue(), weeks);
    }

    private static Cell cell(LocalDate day, CalendarDay special, LocalDate today) {
        String ordinary = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? "WEEKEND" : "ORDINARY";
        WorkingCalendar.Kind kind = special == null ? null : special.kind();
        return new Cell(
                day.getDayOfMonth(),
                kind == null ? ordinary : kind.name(),
                special == null ? null : special.name(),
                day.equals(today));
    }

    private static Cell blank() {
        return new Cell(0, "NONE", null, false);
    }
}
