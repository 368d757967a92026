package vn.ungpho.clock;

import java.time.LocalDate;

/** A day that is not what its day of the week says. */
public record CalendarDay(LocalDate day, WorkingCalendar.Kind kind, String name) {}
