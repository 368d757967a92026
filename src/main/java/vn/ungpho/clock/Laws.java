package vn.ungpho.clock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.ungpho.audit.Changes;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Sha256;

/** Rules and calendar as one thing that is looked at, held and replaced. */
@Component
class Laws {

    private static final long LOCK = 5_031_976_022L;

    private final ClockRules rules;
    private final CalendarDays days;
    private final Changes changes;
    private final JdbcTemplate jdbc;

    Laws(ClockRules rules, CalendarDays days, Changes changes, JdbcTemplate jdbc) {
        this.rules = rules;
        this.days = days;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    Law seen() {
        return new Law(rules.all(""), days.calendar());
    }

    /** Until the end of the transaction nobody else changes it: whoever replaces something has read it under this lock. */
    void hold() {
        jdbc.query("SELECT pg_advisory_xact_lock(?)", row -> {}, LOCK);
    }

    Law held() {
        hold();
        return seen();
    }

    List<CalendarDay> year(int year) {
        return days.of(year);
    }

    /** What tells one state of a file from another. */
    static String version(byte[] file) {
        return Sha256.hex(file);
    }

    /**
     * @param looked at which version somebody has looked before saying yes; null: whatever there is may be replaced
     * @throws Refusal 409 if that is not what holds now
     */
    static void refuseIfStale(String looked, byte[] now) {
        if (looked != null && !looked.equals(version(now))) {
            throw Refusal.conflict("clock.changedMeanwhile");
        }
    }

    /** Under the lock. */
    void replaceRules(List<ClockRule> before, List<ClockRule> wanted) {
        rules.replace(wanted);
        changes.noteAll("clocks", differences(byVersion(before), byVersion(wanted)));
    }

    /** Under the lock. */
    void replaceYear(int year, List<CalendarDay> before, List<CalendarDay> wanted) {
        days.replace(year, wanted);
        changes.noteAll("calendar", differences(byDay(before), byDay(wanted)));
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
