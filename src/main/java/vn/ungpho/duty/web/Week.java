package vn.ungpho.duty.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import vn.ungpho.duty.Gap;
import vn.ungpho.duty.Shift;
import vn.ungpho.input.Vietnam;

/** The roster of a group in a week, day by day, as one reads it on a phone. */
record Week(LocalDate monday, List<Day> days) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM");
    private static final DateTimeFormatter CONTROL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    /** @param name of the weekday; {@code date} dd/MM */
    record Day(LocalDate day, String name, String date, boolean today, List<Entry> shifts, List<String> gaps) {}

    /**
     * @param times within the day
     * @param starts whether the shift begins on this day, where it is changed
     * @param fields what its form shows
     */
    record Entry(Shift shift, String times, boolean starts, Map<String, String> fields) {}

    static Week of(LocalDate monday, List<Shift> shifts, List<Gap> gaps, LocalDate today, Locale locale) {
        List<Day> days = IntStream.range(0, 7)
                .mapToObj(monday::plusDays)
                .map(day -> new Day(
                        day,
                        day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale),
                        DAY.format(day),
                        day.equals(today),
                        shifts.stream()
                                .filter(shift -> touches(shift.startsAt(), shift.endsAt(), day))
                                .map(shift -> entry(shift, day, monday))
                                .toList(),
                        gaps.stream()
                                .filter(gap -> touches(gap.from(), gap.to(), day))
                                .map(gap -> times(gap.from(), gap.to(), day))
                                .toList()))
                .toList();
        return new Week(monday, days);
    }

    private static boolean touches(Instant from, Instant to, LocalDate day) {
        return from.isBefore(start(day.plusDays(1))) && to.isAfter(start(day));
    }

    private static Entry entry(Shift shift, LocalDate day, LocalDate monday) {
        boolean starts = !shift.startsAt().isBefore(start(day))
                || day.equals(monday) && shift.startsAt().isBefore(start(monday));
        return new Entry(shift, times(shift.startsAt(), shift.endsAt(), day), starts, fields(shift));
    }

    /** The part of it that lies on this day. */
    private static String times(Instant from, Instant to, LocalDate day) {
        LocalDateTime begin = local(from.isBefore(start(day)) ? start(day) : from);
        String end = to.isBefore(start(day.plusDays(1))) ? HOUR.format(local(to)) : "24:00";
        return HOUR.format(begin) + "–" + end;
    }

    private static Map<String, String> fields(Shift shift) {
        Map<String, String> fields = new HashMap<>();
        fields.put("group", shift.group());
        fields.put("account", shift.account());
        fields.put("order", String.valueOf(shift.order()));
        fields.put("startsAt", CONTROL.format(local(shift.startsAt())));
        fields.put("endsAt", CONTROL.format(local(shift.endsAt())));
        return fields;
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(Vietnam.ZONE).toInstant();
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, Vietnam.ZONE);
    }
}
