package vn.ungpho.duty;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ungpho.input.CsvFile;
import vn.ungpho.input.Vietnam;

/** The roster as CSV: one line for each shift, times in Vietnam. */
final class RosterFile {

    private static final List<String> REQUIRED = List.of("group", "account", "startsAt", "endsAt");
    private static final String ORDER = "order";
    private static final List<String> COLUMNS = List.of("group", "account", "person", ORDER, "startsAt", "endsAt");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmXXX").withZone(Vietnam.ZONE);

    private RosterFile() {}

    /** The name is for those who read the file: the account counts. */
    static List<CsvFile.Line> lines(byte[] csv) {
        return CsvFile.read(csv, REQUIRED, List.of(ORDER, "person")).stream()
                .map(RosterFile::withoutName)
                .toList();
    }

    static byte[] write(Collection<Shift> shifts) {
        return CsvFile.write(
                COLUMNS,
                shifts.stream()
                        .map(shift -> List.of(
                                shift.group(),
                                shift.account(),
                                shift.person(),
                                shift.order(),
                                time(shift.startsAt()),
                                time(shift.endsAt())))
                        .toList());
    }

    private static CsvFile.Line withoutName(CsvFile.Line line) {
        Map<String, String> cells = new LinkedHashMap<>(line.cells());
        cells.remove("person");
        return new CsvFile.Line(line.number(), cells);
    }

    static String time(Instant at) {
        return MINUTE.format(at);
    }
}
