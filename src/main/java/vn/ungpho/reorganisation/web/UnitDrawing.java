package vn.ungpho.reorganisation.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.ungpho.organisation.Unit;
import vn.ungpho.reorganisation.UnitDirectory;

/**
 * When a unit was there, from which units it came and which took over: a bar for each on one line of time, in units of the
 * drawing, drawn by the template.
 */
record UnitDrawing(List<Bar> bars, List<Link> links, List<Mark> marks, int height) {

    static final int WIDTH = 360;

    private static final int LEFT = 4;
    private static final int RIGHT = 356;
    private static final int ROW = 36;
    private static final int TOP = 22;
    private static final int MOST = 14;
    private static final int LONGEST = 58;

    /** @param own whether it is the unit that is looked at; @param open whether it goes on */
    record Bar(int x, int y, int width, String label, boolean own, boolean open) {}

    /** From the end of one bar down or up to the beginning of another. */
    record Link(int x, int from, int to) {}

    /** A day on the line of time. */
    record Mark(int x, LocalDate day, String anchor) {}

    UnitDrawing {
        bars = List.copyOf(bars);
        links = List.copyOf(links);
        marks = List.copyOf(marks);
    }

    static UnitDrawing of(UnitDirectory.Detail detail, LocalDate today) {
        List<Unit> units = Stream.of(detail.before().stream(), detail.history().stream(), detail.after().stream())
                .flatMap(part -> part)
                .distinct()
                .sorted(Comparator.comparing(Unit::validFrom).thenComparing(Unit::code))
                .limit(MOST)
                .toList();
        LocalDate first = units.get(0).validFrom();
        LocalDate last = Stream.concat(
                        Stream.of(today),
                        units.stream().map(unit -> unit.validTo() == null ? unit.validFrom() : unit.validTo()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Scale scale = new Scale(first, last.plusDays(1 + ChronoUnit.DAYS.between(first, last) / 12));
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            bars.add(bar(units.get(i), i, scale, detail.unit()));
        }
        return new UnitDrawing(bars, links(units, scale), marks(units, scale), TOP + units.size() * ROW);
    }

    private record Scale(LocalDate first, LocalDate last) {

        int x(LocalDate day) {
            long all = Math.max(1, ChronoUnit.DAYS.between(first, last));
            long part = Math.min(all, ChronoUnit.DAYS.between(first, day));
            return LEFT + (int) (part * (RIGHT - LEFT) / all);
        }
    }

    private static Bar bar(Unit unit, int row, Scale scale, Unit looked) {
        int from = scale.x(unit.validFrom());
        int to = unit.validTo() == null ? RIGHT : scale.x(unit.validTo().plusDays(1));
        String label = unit.code() + " – " + unit.name();
        return new Bar(
                from,
                y(row),
                Math.max(2, to - from),
                label.length() > LONGEST ? label.substring(0, LONGEST - 1) + "…" : label,
                unit.equals(looked),
                unit.validTo() == null);
    }

    private static List<Link> links(List<Unit> units, Scale scale) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            Unit ended = units.get(i);
            for (int j = 0; j < units.size() && ended.successor() != null; j++) {
                Unit next = units.get(j);
                if (next.code().equals(ended.successor())
                        && next.isValidOn(ended.validTo().plusDays(1))) {
                    links.add(new Link(scale.x(ended.validTo().plusDays(1)), y(i) + 4, y(j) + 4));
                }
            }
        }
        return links;
    }

    /** The days on which something changes, as far as they stand apart. */
    private static List<Mark> marks(List<Unit> units, Scale scale) {
        Set<LocalDate> days = new LinkedHashSet<>();
        units.stream().map(Unit::validFrom).sorted().forEach(days::add);
        units.stream()
                .filter(unit -> unit.validTo() != null)
                .map(unit -> unit.validTo().plusDays(1))
                .sorted()
                .forEach(days::add);
        List<Mark> marks = new ArrayList<>();
        days.stream().sorted().forEach(day -> {
            int x = scale.x(day);
            if (marks.isEmpty() || x - marks.get(marks.size() - 1).x() > 66) {
                marks.add(new Mark(x, day, x < 30 ? "start" : x > RIGHT - 30 ? "end" : "middle"));
            }
        });
        return marks;
    }

    private static int y(int row) {
        return TOP + row * ROW + 20;
    }
}
