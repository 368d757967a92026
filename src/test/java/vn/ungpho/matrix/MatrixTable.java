package vn.ungpho.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table in {@code who-may-do-what.md}: one line for each action and the doors at which it looks the same. */
final class MatrixTable {

    static final String FILE = "/who-may-do-what.md";

    private static final int LEADING = 2;

    private MatrixTable() {}

    /**
     * @param action what is tried, as the test reads it
     * @param doors where
     * @param cells by column: what that person gets
     */
    record Line(String action, List<String> doors, Map<String, String> cells) {

        @Override
        public String toString() {
            return action + " at " + String.join(", ", doors);
        }
    }

    static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        List<String> columns = List.of();
        for (String row : text().lines().filter(line -> line.startsWith("|")).toList()) {
            List<String> cells = cells(row);
            if (cells.get(0).equals("action")) {
                columns = cells.subList(LEADING, cells.size());
            } else if (!cells.get(0).startsWith("-")) {
                lines.add(line(cells, columns));
            }
        }
        return lines;
    }

    private static Line line(List<String> cells, List<String> columns) {
        if (cells.size() != columns.size() + LEADING) {
            throw new AssertionError("As many cells as columns: " + cells);
        }
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            byColumn.put(columns.get(i), cells.get(i + LEADING));
        }
        return new Line(
                cells.get(0).replace("`", ""), Arrays.asList(cells.get(1).split(" ")), byColumn);
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1).split("\\|")).map(String::strip).toList();
    }

    private static String text() {
        try (InputStream file = MatrixTable.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
