package vn.ungpho.contactpoint.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.ungpho.contactpoint.Coverage;

/**
 * Coverage of one level over time as the points of an SVG drawing, 0 to {@link #WIDTH} by 0 to {@link #HEIGHT}.
 *
 * @param lines each a run of months without a gap: a month in which the level does not exist, or of which nothing is
 *     known, is no zero
 * @param last on the day itself
 * @param gapFrom where a run ends because the level does, or null
 */
record Chart(int level, List<String> lines, Coverage first, Coverage last, Double gapFrom) {

    static final int WIDTH = 240;
    static final int HEIGHT = 80;

    static List<Chart> of(List<Coverage> coverages, int levels) {
        List<Chart> charts = new ArrayList<>();
        for (int level = 1; level <= levels; level++) {
            int wanted = level;
            charts.add(of(coverages.stream()
                    .filter(coverage -> coverage.level() == wanted)
                    .toList()));
        }
        return charts;
    }

    private static Chart of(List<Coverage> months) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        Double gapFrom = null;
        double step = (double) WIDTH / Math.max(1, months.size() - 1);
        for (int i = 0; i < months.size(); i++) {
            Integer percent = months.get(i).percent();
            if (percent == null) {
                finish(line, lines);
                gapFrom = gapFrom == null && i > 0 ? Double.valueOf((i - 1) * step) : gapFrom;
                continue;
            }
            line.append(String.format(Locale.ROOT, "%.1f,%.1f ", i * step, HEIGHT - percent * HEIGHT / 100.0));
        }
        finish(line, lines);
        return new Chart(
                months.get(0).level(),
                lines,
                months.get(0),
                months.get(months.size() - 1),
                lines.isEmpty() ? null : gapFrom);
    }

    private static void finish(StringBuilder line, List<String> lines) {
        if (line.length() > 0) {
            lines.add(line.toString().strip());
            line.setLength(0);
        }
    }
}
