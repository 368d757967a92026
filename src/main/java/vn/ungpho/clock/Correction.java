package vn.ungpho.clock;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ungpho.input.CsvFile;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;

/** A single row put right, made into the whole file: so there is one way to judge it and to look at it before the yes. */
final class Correction {

    private static final InputForm VERSION = InputForm.of(
            RuleBook.CODE,
            RuleBook.LEVEL,
            RuleBook.BASIS,
            RuleBook.LENGTH,
            RuleBook.UNIT,
            RuleBook.FROM,
            RuleBook.WARN_AT,
            RuleBook.WARN_TOLD,
            RuleBook.BREACH_TOLD,
            RuleBook.PAUSABLE);

    /** No kind: the day is what its day of the week says. */
    private static final Field<WorkingCalendar.Kind> KIND = Field.choice("kind", WorkingCalendar.Kind.class);

    private static final Field<String> NAME = Field.line("name", 200);
    private static final InputForm DAY = InputForm.of(CalendarFile.DAY, KIND, NAME);

    private Correction() {}

    /**
     * The rules with a new version of one of them from a day on; the version before ends on the day before.
     *
     * @throws Refusal 400 what is wrong, 404 no such rule, 422 the day is not after its last version's
     */
    static byte[] version(List<ClockRule> now, Map<String, Object> fields) {
        Entered entered = VERSION.read(fields);
        Integer level = entered.get(RuleBook.LEVEL).orElse(null);
        List<ClockRule> all = new ArrayList<>(now);
        ClockRule last = all.stream()
                .filter(rule -> rule.code().equals(entered.the(RuleBook.CODE)) && Objects.equals(rule.level(), level))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> Refusal.unknown("clock.noRule"));
        LocalDate from = entered.the(RuleBook.FROM);
        if (!from.isAfter(last.validFrom()) || last.validTo() != null && from.isAfter(last.validTo())) {
            throw Refusal.againstRule("validFrom", "clock.fromLater");
        }
        all.set(all.indexOf(last), last.until(from.minusDays(1)));
        String csv = new String(RuleBook.write(all), StandardCharsets.UTF_8);
        Map<String, Object> line = RuleBook.plain(last);
        entered.asFacts().forEach(line::put);
        line.put("validTo", last.validTo() == null ? "" : last.validTo().toString());
        byte[] added = CsvFile.write(List.copyOf(line.keySet()), List.of(line.values()));
        String row = new String(added, StandardCharsets.UTF_8).split("\r\n", 2)[1];
        return (csv + row).getBytes(StandardCharsets.UTF_8);
    }

    /** Which year it is about. @throws Refusal 400 what is wrong */
    static int yearOf(Map<String, Object> fields) {
        return DAY.read(fields).the(CalendarFile.DAY).getYear();
    }

    /** The year with one day put right. @throws Refusal 400 what is wrong */
    static byte[] day(List<CalendarDay> now, Map<String, Object> fields) {
        Entered entered = DAY.read(fields);
        LocalDate day = entered.the(CalendarFile.DAY);
        if (entered.get(KIND).isPresent() && entered.get(NAME).isEmpty()) {
            throw Refusal.badInput("name", "input.required");
        }
        TreeMap<LocalDate, CalendarDay> year = now.stream()
                .collect(Collectors.toMap(CalendarDay::day, Function.identity(), (a, b) -> b, TreeMap::new));
        year.remove(day);
        entered.get(KIND).ifPresent(kind -> year.put(day, new CalendarDay(day, kind, entered.the(NAME))));
        return CalendarFile.write(List.copyOf(year.values()));
    }
}
