package vn.ungpho.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * CSV (RFC 4180) as people send it: UTF-8, with or without Excel's byte order mark, fields between commas or, as Excel
 * writes where the comma is the decimal sign, semicolons. A file is taken as a whole or not at all.
 */
public final class CsvFile {

    /** An answer that nobody reads to its end helps nobody and costs memory. */
    private static final int MOST_COMPLAINTS = 100;

    private static final int LONGEST_NAME = 40;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvFile() {}

    /**
     * One line of the table.
     *
     * @param number of the line in the file, 1 is the header; a field may spread over several lines
     * @param cells by column, normalised (NFC, trimmed), empty for nothing
     */
    public record Line(int number, Map<String, String> cells) {

        public Line {
            cells = Map.copyOf(cells);
        }

        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        /** The filled cells, to be read by an {@link InputForm}. */
        public Map<String, Object> filled() {
            Map<String, Object> filled = new LinkedHashMap<>();
            cells.forEach((column, cell) -> {
                if (!cell.isEmpty()) {
                    filled.put(column, cell);
                }
            });
            return filled;
        }

        /** A complaint about this line. @param column null where the line as a whole is meant */
        public Refusal.Complaint complaint(String column, String code, Object... arguments) {
            return CsvFile.complaint(number, column, code, arguments);
        }

        /** Reads the filled cells; what is wrong is added to the complaints with the line's number. */
        public Entered read(InputForm form, Collection<Refusal.Complaint> complaints) {
            try {
                return form.read(filled());
            } catch (Refusal refusal) {
                refusal.complaints()
                        .forEach(one -> complaints.add(complaint(
                                one.field(), one.code(), one.arguments().toArray())));
                return new Entered(Map.of());
            }
        }
    }

    /**
     * @param required columns that the header must have
     * @param optional columns that it may have; any other is refused
     * @throws Refusal (400) naming line and reason: not UTF-8, unknown or missing column, a half-written line
     */
    public static List<Line> read(byte[] content, List<String> required, List<String> optional) {
        String text = decoded(content);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<String> header = null;
            List<Line> lines = new ArrayList<>();
            List<Refusal.Complaint> complaints = new ArrayList<>();
            int number = 1;
            int from = 0;
            for (CSVRecord record : parser) {
                int start = behindBlankLines(text, (int) record.getCharacterPosition());
                number += breaks(text.substring(from, start));
                from = start;
                if (header == null) {
                    header = header(record, required, optional);
                } else if (record.size() != header.size()) {
                    complaints.add(complaint(number, null, "csv.cells", header.size(), record.size()));
                } else {
                    lines.add(line(number, header, record));
                }
            }
            if (header == null) {
                throw Refusal.badInput("file", "csv.empty");
            }
            refuseIfAny(complaints);
            return lines;
        } catch (CSVException | UncheckedIOException broken) {
            throw Refusal.badInput(List.of(complaint(lines(text), null, "csv.quote")));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** With Excel's byte order mark, so that a double click opens it with its diacritics. */
    public static byte[] write(List<String> columns, Collection<? extends Collection<?>> rows) {
        StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
        CSVFormat format = CSVFormat.RFC4180;
        text.append(format.format(columns.toArray())).append("\r\n");
        rows.forEach(row -> text.append(
                        format.format(row.stream().map(CsvFile::harmless).toArray()))
                .append("\r\n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws Refusal (400) with the complaints, where there is one: the first, and how many more there are */
    public static void refuseIfAny(List<Refusal.Complaint> complaints) {
        if (complaints.size() > MOST_COMPLAINTS) {
            List<Refusal.Complaint> first = new ArrayList<>(complaints.subList(0, MOST_COMPLAINTS));
            first.add(new Refusal.Complaint(null, "csv.more", List.of(complaints.size() - MOST_COMPLAINTS)));
            throw Refusal.badInput(first);
        }
        if (!complaints.isEmpty()) {
            throw Refusal.badInput(complaints);
        }
    }

    private static Refusal.Complaint complaint(int line, String column, String code, Object... arguments) {
        return new Refusal.Complaint(
                column == null ? "line " + line : "line " + line + ", " + column, code, List.of(arguments));
    }

    /** A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP: CSV injection). */
    private static Object harmless(Object cell) {
        String text = cell == null ? "" : cell.toString();
        return text.matches("(?s)[=+\\-@\\t\\r].*") && !text.matches("[+-]?[\\d .()]+") ? "'" + text : text;
    }

    private static String decoded(byte[] content) {
        CharBuffer text = CharBuffer.allocate(content.length + 1);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes, text, true);
        text.flip();
        if (result.isError()) {
            throw Refusal.badInput(List.of(complaint(lines(text.toString()), null, "csv.encoding")));
        }
        return text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }

    /** The parser counts the empty lines before a record as its beginning. */
    private static int behindBlankLines(String text, int position) {
        int start = position;
        while (start < text.length() && (text.charAt(start) == '\n' || text.charAt(start) == '\r')) {
            start++;
        }
        return start;
    }

    private static int lines(String text) {
        return breaks(text.strip()) + 1;
    }

    private static int breaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private static char delimiter(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
    }

    private static List<String> header(CSVRecord record, List<String> required, List<String> optional) {
        List<String> header = record.stream().map(String::strip).toList();
        List<Refusal.Complaint> complaints = new ArrayList<>();
        required.stream()
                .filter(column -> !header.contains(column))
                .forEach(column -> complaints.add(complaint(1, column, "csv.missingColumn")));
        header.stream()
                .filter(column -> !required.contains(column) && !optional.contains(column))
                .forEach(column -> complaints.add(complaint(1, shortened(column), "csv.unknownColumn")));
        header.stream()
                .distinct()
                .filter(column -> header.indexOf(column) != header.lastIndexOf(column))
                .forEach(column -> complaints.add(complaint(1, shortened(column), "csv.columnTwice")));
        refuseIfAny(complaints);
        return header;
    }

    private static String shortened(String column) {
        return column.length() <= LONGEST_NAME ? column : column.substring(0, LONGEST_NAME) + "…";
    }

    private static Line line(int number, List<String> header, CSVRecord record) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), Text.normalise(record.get(i)).orElse(""));
        }
        return new Line(number, cells);
    }
}
