package vn.ungpho.duty.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ungpho.duty.Gap;
import vn.ungpho.duty.Shift;
import vn.ungpho.input.Words;

/**
 * The same week drawn: days across, a lane for each person, gaps marked through all lanes, a line for now. Units are
 * those of the drawing's view box.
 *
 * @param now where it is now; null outside this week
 */
record WeekDrawing(int width, int height, List<Column> columns, List<Lane> lanes, List<Bar> gaps, Double now) {

    private static final int DAY = 160;
    private static final int HEAD = 28;
    private static final int LANE = 52;
    private static final int NAME = 20;
    private static final int BAR = 24;
    private static final double CHARACTER = 7.2;

    record Column(int x, int middle, String name, String date, boolean today) {}

    record Lane(int y, int nameY, String person, List<Bar> bars) {}

    /** @param label within the bar; empty where there is no room; {@code title} is read out and shown on hovering */
    record Bar(double x, int y, double width, int height, int textY, int order, String label, String title) {}

    static WeekDrawing of(Week week, List<Shift> shifts, List<Gap> gaps, Instant now, Words words) {
        Map<String, List<Shift>> byPerson = new LinkedHashMap<>();
        shifts.forEach(shift -> byPerson.computeIfAbsent(shift.person(), name -> new ArrayList<>())
                .add(shift));
        List<Lane> lanes = new ArrayList<>();
        byPerson.forEach((person, own) -> {
            int y = HEAD + lanes.size() * LANE;
            lanes.add(new Lane(
                    y,
                    y + 15,
                    person,
                    own.stream()
                            .map(shift -> bar(week.monday(), shift, y, words))
                            .toList()));
        });
        int height = HEAD + Math.max(1, lanes.size()) * LANE + 4;
        return new WeekDrawing(
                7 * DAY,
                height,
                columns(week),
                List.copyOf(lanes),
                gaps.stream()
                        .map(gap -> mark(week.monday(), gap, height, words))
                        .toList(),
                isWithin(week.monday(), now) ? x(week.monday(), now) : null);
    }

    private static List<Column> columns(Week week) {
        List<Column> columns = new ArrayList<>();
        week.days().forEach(day -> {
            int x = columns.size() * DAY;
            columns.add(new Column(x, x + DAY / 2, day.name(), day.date(), day.today()));
        });
        return List.copyOf(columns);
    }

    private static Bar bar(LocalDate monday, Shift shift, int lane, Words words) {
        double from = x(monday, shift.startsAt());
        double width = Math.max(3, x(monday, shift.endsAt()) - from - 1);
        String times = words.time(shift.startsAt()) + " – " + words.time(shift.endsAt());
        String hours = hour(shift.startsAt(), words) + "–" + hour(shift.endsAt(), words);
        String label = shift.order() + " · " + hours;
        int y = lane + NAME;
        return new Bar(from, y, width, BAR, y + 17, shift.order(), fits(label, width), shift.person() + ", " + times);
    }

    private static Bar mark(LocalDate monday, Gap gap, int height, Words words) {
        double from = x(monday, gap.from());
        double width = Math.max(2, x(monday, gap.to()) - from);
        return new Bar(
                from,
                HEAD,
                width,
                height - HEAD,
                HEAD + 15,
                0,
                "",
                words.time(gap.from()) + " – " + words.time(gap.to()));
    }

    private static String fits(String label, double width) {
        return label.length() * CHARACTER + 8 <= width ? label : "";
    }

    /** There is little room: the full hour stands for itself. */
    private static String hour(Instant at, Words words) {
        String time = words.time(at);
        return time.substring(time.indexOf(' ') + 1).replaceFirst(":00$", "");
    }

    private static boolean isWithin(LocalDate monday, Instant at) {
        return !at.isBefore(Week.start(monday)) && at.isBefore(Week.start(monday.plusWeeks(1)));
    }

    /** Rounded, and never outside the week. */
    private static double x(LocalDate monday, Instant at) {
        double days = Duration.between(Week.start(monday), at).toMinutes() / (24.0 * 60);
        return Math.round(Math.max(0, Math.min(7, days)) * DAY * 10) / 10.0;
    }
}
