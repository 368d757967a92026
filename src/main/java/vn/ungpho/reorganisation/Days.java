package vn.ungpho.reorganisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.ungpho.input.CsvFile;

/** Days in a table: as ISO 8601 writes them or as a spreadsheet set to Vietnamese saves them, 28/04/2023. */
final class Days {

    private static final Pattern VIETNAMESE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

    private Days() {}

    static CsvFile.Line read(CsvFile.Line line) {
        Map<String, String> cells = line.cells().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        cell -> isDay(cell.getKey()) ? iso(cell.getValue()) : cell.getValue(),
                        (one, other) -> one,
                        LinkedHashMap::new));
        return new CsvFile.Line(line.number(), cells);
    }

    private static boolean isDay(String column) {
        return column.endsWith("_from") || column.endsWith("_to");
    }

    private static String iso(String cell) {
        Matcher day = VIETNAMESE.matcher(cell);
        return day.matches()
                ? "%s-%02d-%02d".formatted(day.group(3), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)))
                : cell;
    }

    static boolean overlap(LocalDate from, LocalDate to, LocalDate otherFrom, LocalDate otherTo) {
        return (to == null || !otherFrom.isAfter(to)) && (otherTo == null || !from.isAfter(otherTo));
    }

    static String written(LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
