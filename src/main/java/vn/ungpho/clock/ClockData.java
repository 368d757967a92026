package vn.ungpho.clock;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Changes;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.CsvFile;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Vietnam;
import vn.ungpho.organisation.Role;

/**
 * Reads and changes rules and calendar. Every change is a file that is taken as a whole: a single correction is made into
 * one first ({@link #withVersion}, {@link #withDay}), so that there is one way to look at it before saying yes.
 */
@Service
public class ClockData {

    private static final long LOCK = 5_031_976_022L;

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

    private final ClockRules rules;
    private final CalendarDays days;
    private final Recount recount;
    private final Changes changes;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    ClockData(ClockRules rules, CalendarDays days, Recount recount, Changes changes, JdbcTemplate jdbc, Clock clock) {
        this.rules = rules;
        this.days = days;
        this.recount = recount;
        this.changes = changes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    // -- reading -----------------------------------------------------------------------------------------------------

    /** All versions. @param search words without diacritics, or empty */
    @Transactional(readOnly = true)
    public List<ClockRule> rules(String search) {
        return rules.all(search);
    }

    /** Those that hold on a day in Vietnam. */
    @Transactional(readOnly = true)
    public List<ClockRule> rulesOn(LocalDate day, String search) {
        return rules.all(search).stream().filter(rule -> rule.isValidOn(day)).toList();
    }

    @Transactional(readOnly = true)
    public List<CalendarDay> calendar(int year) {
        return days.of(year);
    }

    /** Of which years there are data. */
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return days.years();
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(Vietnam.ZONE));
    }

    @Transactional(readOnly = true)
    public byte[] rulesCsv() {
        return RuleBook.write(rules.all(""));
    }

    @Transactional(readOnly = true)
    public byte[] calendarCsv(int year) {
        return CalendarFile.write(days.of(year));
    }

    // -- changing ----------------------------------------------------------------------------------------------------

    /**
     * The rules with a new version of one of them from a day on; the version before ends on the day before.
     *
     * @throws Refusal 403 other roles, 400 what is wrong, 404 no such rule, 422 the day is not after its last version's
     */
    @Transactional(readOnly = true)
    public byte[] withVersion(Map<String, Object> fields, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        Entered entered = VERSION.read(fields);
        Integer level = entered.get(RuleBook.LEVEL).orElse(null);
        List<ClockRule> all = new ArrayList<>(rules.all(""));
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

    /**
     * The calendar of the year with this day put right.
     *
     * @param year of the day
     */
    public record YearFile(int year, byte[] csv) {}

    /** @throws Refusal 403 other roles, 400 what is wrong */
    @Transactional(readOnly = true)
    public YearFile withDay(Map<String, Object> fields, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        Entered entered = DAY.read(fields);
        LocalDate day = entered.the(CalendarFile.DAY);
        if (entered.get(KIND).isPresent() && entered.get(NAME).isEmpty()) {
            throw Refusal.badInput("name", "input.required");
        }
        TreeMap<LocalDate, CalendarDay> year = days.of(day.getYear()).stream()
                .collect(Collectors.toMap(CalendarDay::day, Function.identity(), (a, b) -> b, TreeMap::new));
        year.remove(day);
        entered.get(KIND).ifPresent(kind -> year.put(day, new CalendarDay(day, kind, entered.the(NAME))));
        return new YearFile(day.getYear(), CalendarFile.write(List.copyOf(year.values())));
    }

    /** What would move. @throws Refusal 403 other roles, 400 with line and reason */
    public List<DueMoved> previewRules(byte[] csv, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        List<ClockRule> wanted = RuleBook.read(csv);
        return recount.preview(() -> replace(wanted));
    }

    /** What has moved. @throws Refusal as {@link #previewRules} */
    public List<DueMoved> applyRules(byte[] csv, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        List<ClockRule> wanted = RuleBook.read(csv);
        return recount.apply(() -> replace(wanted));
    }

    /** What would move. @throws Refusal 403 other roles, 400 with line and reason */
    public List<DueMoved> previewCalendar(int year, byte[] csv, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        List<CalendarDay> wanted = CalendarFile.read(year, csv);
        return recount.preview(() -> replace(year, wanted));
    }

    /** What has moved. @throws Refusal as {@link #previewCalendar} */
    public List<DueMoved> applyCalendar(int year, byte[] csv, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        List<CalendarDay> wanted = CalendarFile.read(year, csv);
        return recount.apply(() -> replace(year, wanted));
    }

    private void replace(List<ClockRule> wanted) {
        oneAtATime();
        Map<String, Map<String, Object>> before = byVersion(rules.all(""));
        Map<String, Map<String, Object>> after = byVersion(wanted);
        rules.replace(wanted);
        changes.noteAll("clocks", differences(before, after));
    }

    private void replace(int year, List<CalendarDay> wanted) {
        oneAtATime();
        Map<String, Map<String, Object>> before = byDay(days.of(year));
        days.replace(year, wanted);
        changes.noteAll("calendar", differences(before, byDay(wanted)));
    }

    private void oneAtATime() {
        jdbc.query("SELECT pg_advisory_xact_lock(?)", row -> {}, LOCK);
    }

    private static Map<String, Map<String, Object>> byVersion(List<ClockRule> rules) {
        Map<String, Map<String, Object>> versions = new LinkedHashMap<>();
        rules.forEach(rule -> versions.put(
                rule.code() + (rule.level() == null ? "" : " L" + rule.level()) + " " + rule.validFrom(),
                RuleBook.plain(rule)));
        return versions;
    }

    private static Map<String, Map<String, Object>> byDay(List<CalendarDay> days) {
        Map<String, Map<String, Object>> named = new LinkedHashMap<>();
        days.forEach(
                day -> named.put(day.day().toString(), Map.of("kind", day.kind().name(), "name", day.name())));
        return named;
    }

    private static List<Changes.Change> differences(
            Map<String, Map<String, Object>> before, Map<String, Map<String, Object>> after) {
        TreeSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        return all.stream()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .map(key -> new Changes.Change(key, before.get(key), after.get(key)))
                .toList();
    }
}
