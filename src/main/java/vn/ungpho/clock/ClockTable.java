package vn.ungpho.clock;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clocks that run in incidents, with the words and lengths of their rules. */
@Repository
class ClockTable {

    private final JdbcClient jdbc;

    ClockTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A clock with the day that decides which rule holds for it. */
    record Counted(RunningClock clock, LocalDate day) {}

    /** @return false if it ran already, under whichever rule */
    boolean add(String number, ClockRule rule, LocalDate day, Instant start, Deadline deadline, Instant now) {
        return jdbc.sql("""
                                INSERT INTO running_clock (number, purpose, rule, day, started_at, legal_basis, length, unit,
                                    warn_at, warn_told, breach_told, pausable, due_at, warnings, next_at)
                                SELECT :number, :purpose, :rule, :day, :start, :basis, :length, :unit, :warnAt, :warnTold,
                                    :breachTold, :pausable, :due, :warnings::timestamptz[], :next
                                WHERE NOT EXISTS (SELECT 1 FROM running_clock WHERE number = :number AND purpose = :purpose)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("number", number)
                        .param("purpose", rule.purpose().name())
                        .param("day", day)
                        .param("start", utc(start))
                        .params(ofRule(rule))
                        .params(ofDeadline(deadline, now))
                        .update()
                > 0;
    }

    List<RunningClock> of(String number) {
        return jdbc.sql("SELECT * FROM running_clock WHERE number = :number ORDER BY due_at, rule")
                .param("number", number)
                .query(ClockTable::clock)
                .list();
    }

    /** Neither met nor ended, held until the end of the transaction. */
    List<RunningClock> lockOpen(String number) {
        return jdbc.sql("""
                        SELECT * FROM running_clock WHERE number = :number AND met_at IS NULL AND ended_at IS NULL
                        ORDER BY due_at, rule FOR UPDATE
                        """).param("number", number).query(ClockTable::clock).list();
    }

    /** What can still be counted anew: neither met, ended nor missed. Held until the end of the transaction. */
    List<Counted> lockAllOpen() {
        return jdbc.sql("""
                        SELECT * FROM running_clock
                        WHERE met_at IS NULL AND ended_at IS NULL AND breached_at IS NULL
                        ORDER BY number, rule FOR UPDATE
                        """)
                .query((row, line) -> new Counted(clock(row, line), row.getObject("day", LocalDate.class)))
                .list();
    }

    /** Whose time has come, as number and rule. */
    List<String[]> due(Instant now) {
        return jdbc.sql("SELECT number, rule FROM running_clock WHERE next_at <= :now ORDER BY next_at")
                .param("now", utc(now))
                .query((row, line) -> new String[] {row.getString("number"), row.getString("rule")})
                .list();
    }

    /** Empty if another node has it in hand, or its time has been put off meanwhile. */
    Optional<RunningClock> take(String number, String rule, Instant now) {
        return jdbc.sql("""
                        SELECT * FROM running_clock WHERE number = :number AND rule = :rule AND next_at <= :now
                        FOR UPDATE SKIP LOCKED
                        """)
                .param("number", number)
                .param("rule", rule)
                .param("now", utc(now))
                .query(ClockTable::clock)
                .optional();
    }

    void met(RunningClock running, Instant now) {
        set(running, "met_at = :now, next_at = NULL, paused_at = NULL", now);
        endPause(running, now);
    }

    void ended(RunningClock running, Instant now) {
        set(running, "ended_at = :now, next_at = NULL, paused_at = NULL", now);
        endPause(running, now);
    }

    void breached(RunningClock running, Instant now) {
        set(running, "breached_at = :now, next_at = NULL", now);
    }

    /** The next moment after now at which it has something to say. */
    void next(RunningClock running, Instant now) {
        jdbc.sql("UPDATE running_clock SET next_at = :next WHERE number = :number AND rule = :rule")
                .param("next", utc(next(new Deadline(running.dueAt(), running.warnAt()), now)))
                .param("number", running.number())
                .param("rule", running.rule())
                .update();
    }

    void pause(RunningClock running, String reason, String by, Instant now) {
        set(running, "paused_at = :now, next_at = NULL", now);
        jdbc.sql(
                        "INSERT INTO clock_pause (number, rule, from_at, reason, by) VALUES (:number, :rule, :now, :reason, :by)")
                .param("number", running.number())
                .param("rule", running.rule())
                .param("now", utc(now))
                .param("reason", reason)
                .param("by", by)
                .update();
    }

    void resume(RunningClock running, Deadline deadline, Instant now) {
        jdbc.sql("""
                        UPDATE running_clock SET paused_at = NULL, due_at = :due, warnings = :warnings::timestamptz[],
                            next_at = :next
                        WHERE number = :number AND rule = :rule
                        """)
                .param("number", running.number())
                .param("rule", running.rule())
                .params(ofDeadline(deadline, now))
                .update();
    }

    void endPause(RunningClock running, Instant now) {
        jdbc.sql("UPDATE clock_pause SET to_at = :now WHERE number = :number AND rule = :rule AND to_at IS NULL")
                .param("number", running.number())
                .param("rule", running.rule())
                .param("now", utc(now))
                .update();
    }

    /** In their order. @param until where one lasts, it is taken as over then */
    List<Counting.Pause> pauses(RunningClock running, Instant until) {
        return jdbc.sql("SELECT * FROM clock_pause WHERE number = :number AND rule = :rule ORDER BY from_at")
                .param("number", running.number())
                .param("rule", running.rule())
                .query((row, line) -> new Counting.Pause(
                        instant(row, "from_at"), row.getObject("to_at") == null ? until : instant(row, "to_at")))
                .list();
    }

    /** Its rule as it was when it was last counted. */
    ClockRule ruleOf(RunningClock running) {
        return jdbc.sql("SELECT * FROM running_clock WHERE number = :number AND rule = :rule")
                .param("number", running.number())
                .param("rule", running.rule())
                .query((row, line) -> new ClockRule(
                        row.getString("rule"),
                        ClockRule.Purpose.valueOf(row.getString("purpose")),
                        null,
                        row.getString("legal_basis"),
                        ClockRule.StartEvent.RECEIVED,
                        row.getInt("length"),
                        ClockRule.Unit.valueOf(row.getString("unit")),
                        row.getObject("day", LocalDate.class),
                        null,
                        ClockRules.shares(row.getString("warn_at")),
                        ClockRules.split(row.getString("warn_told")),
                        ClockRules.split(row.getString("breach_told")),
                        row.getBoolean("pausable")))
                .single();
    }

    /** Under the rule as it is now, which may be another one. */
    void recount(RunningClock running, ClockRule rule, Instant start, Deadline deadline, Instant now) {
        jdbc.sql("""
                        UPDATE running_clock SET rule = :rule, started_at = :start, legal_basis = :basis, length = :length,
                            unit = :unit, warn_at = :warnAt, warn_told = :warnTold, breach_told = :breachTold,
                            pausable = :pausable, due_at = :due, warnings = :warnings::timestamptz[],
                            next_at = CASE WHEN paused_at IS NULL THEN :next::timestamptz END
                        WHERE number = :number AND rule = :before
                        """)
                .param("number", running.number())
                .param("before", running.rule())
                .param("start", utc(start))
                .params(ofRule(rule))
                .params(ofDeadline(deadline, now))
                .update();
    }

    private void set(RunningClock running, String what, Instant now) {
        jdbc.sql("UPDATE running_clock SET " + what + " WHERE number = :number AND rule = :rule")
                .param("number", running.number())
                .param("rule", running.rule())
                .param("now", utc(now))
                .update();
    }

    private static java.util.Map<String, Object> ofRule(ClockRule rule) {
        return java.util.Map.of(
                "rule", rule.code(),
                "basis", rule.legalBasis(),
                "length", rule.length(),
                "unit", rule.unit().name(),
                "warnAt", ClockRules.joinedShares(rule.warnAt()),
                "warnTold", ClockRules.joined(rule.warnTold()),
                "breachTold", ClockRules.joined(rule.breachTold()),
                "pausable", rule.pausable());
    }

    private static java.util.Map<String, Object> ofDeadline(Deadline deadline, Instant now) {
        return java.util.Map.of(
                "due",
                utc(deadline.due()),
                "warnings",
                "{"
                        + String.join(
                                ",",
                                deadline.warnings().stream()
                                        .map(Instant::toString)
                                        .toList()) + "}",
                "next",
                utc(next(deadline, now)));
    }

    private static Instant next(Deadline deadline, Instant now) {
        return deadline.warnings().stream()
                .filter(warning -> warning.isAfter(now))
                .sorted()
                .findFirst()
                .orElse(deadline.due());
    }

    private static RunningClock clock(ResultSet row, int line) throws SQLException {
        return new RunningClock(
                row.getString("number"),
                row.getString("purpose"),
                row.getString("rule"),
                row.getString("legal_basis"),
                ClockRule.Unit.valueOf(row.getString("unit")),
                instant(row, "started_at"),
                instant(row, "due_at"),
                instants(row.getArray("warnings")),
                ClockRules.split(row.getString("warn_told")),
                ClockRules.split(row.getString("breach_told")),
                row.getBoolean("pausable"),
                instant(row, "paused_at"),
                instant(row, "met_at"),
                instant(row, "breached_at"),
                instant(row, "ended_at"));
    }

    private static List<Instant> instants(Array array) throws SQLException {
        return Arrays.stream((Timestamp[]) array.getArray())
                .map(Timestamp::toInstant)
                .toList();
    }
}
