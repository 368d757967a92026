package vn.ungpho.delegation.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import vn.ungpho.input.Vietnam;

/** The drawing: which power holds when in the next four weeks. One day is ten units wide. */
public record Calendar(List<LocalDate> weeks, List<Bar> bars) {

    private static final int WEEKS = 4;
    private static final double DAY = 10;
    private static final double WIDTH = WEEKS * 7 * DAY;

    /** Narrower than this one would not see it. */
    private static final double NARROWEST = 1.5;

    public Calendar {
        weeks = List.copyOf(weeks);
        bars = List.copyOf(bars);
    }

    /** @param left and {@code width} in units */
    public record Bar(Line line, double left, double width, boolean holds) {}

    static Calendar of(List<Line> lines, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Vietnam.ZONE);
        Instant start = today.atStartOfDay(Vietnam.ZONE).toInstant();
        return new Calendar(
                IntStream.range(0, WEEKS)
                        .mapToObj(week -> today.plusWeeks(week))
                        .toList(),
                lines.stream()
                        .map(line -> bar(line, start, now))
                        .filter(bar -> bar.left() < WIDTH)
                        .toList());
    }

    private static Bar bar(Line line, Instant start, Instant now) {
        double left = units(start, line.power().from());
        double right = units(start, line.power().end());
        return new Bar(
                line, left, Math.max(right - left, NARROWEST), line.power().holdsAt(now));
    }

    private static double units(Instant start, Instant at) {
        double days = (double) Duration.between(start, at).toMinutes()
                / Duration.ofDays(1).toMinutes();
        return Math.round(Math.max(0, Math.min(days * DAY, WIDTH)) * 100) / 100.0;
    }
}
