package vn.ungpho.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ungpho.input.CsvFile;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;

/** The holidays and swapped days of one year as a file, taken as a whole or not at all. */
final class CalendarFile {

    static final Field<LocalDate> DAY = Field.date("day").required();
    static final Field<WorkingCalendar.Kind> KIND =
            Field.choice("kind", WorkingCalendar.Kind.class).required();
    static final Field<String> NAME = Field.line("name", 200).required();

    private static final List<String> COLUMNS = List.of("day", "kind", "name");
    private static final InputForm FORM = InputForm.of(DAY, KIND, NAME);

    private CalendarFile() {}

    /** @throws Refusal (400) with line and reason: a day twice, a day of another year, a half-written line */
    static List<CalendarDay> read(int year, byte[] csv) {
        List<Refusal.Complaint> complaints = new ArrayList<>();
        Map<LocalDate, Integer> seen = new HashMap<>();
        List<CalendarDay> days = new ArrayList<>();
        for (CsvFile.Line line : CsvFile.read(csv, COLUMNS, List.of())) {
            int before = complaints.size();
            Entered entered = line.read(FORM, complaints);
            if (complaints.size() > before) {
                continue;
            }
            LocalDate day = entered.the(DAY);
            Integer first = seen.putIfAbsent(day, line.number());
            if (first != null) {
                complaints.add(line.complaint("day", "clock.dayTwice", first));
            } else if (day.getYear() != year) {
                complaints.add(line.complaint("day", "clock.otherYear", String.valueOf(year)));
            }
            days.add(new CalendarDay(day, entered.the(KIND), entered.the(NAME)));
        }
        CsvFile.refuseIfAny(complaints);
        return days;
    }

    static byte[] write(List<CalendarDay> days) {
        return CsvFile.write(
                COLUMNS,
                days.stream()
                        .map(day -> List.of(day.day(), day.kind().name(), day.name()))
                        .toList());
    }
}
