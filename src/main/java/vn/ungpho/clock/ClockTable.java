package vn.ungpho.clock;

import static vn.ungpho.database.Instants.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clocks that run in incidents, with the words and lengths of their rules. */
@Repository
class ClockTable {

    private static final String ALL_OPEN = """
            SELECT * FROM running_clock WHERE met_at IS NULL AND ended_at IS NULL AND breached_at IS NULL
            ORDER BY number, rule
            """;

    private final JdbcClient jdbc;
    private final PauseTable pauses;

    ClockTable(JdbcClient jdbc, PauseTable pauses) {
        this.jdbc = jdbc;
        this.pauses = pauses;
    }

    /** A clock with the day in Vietnam that decides which rule holds for it. */
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
                        .params(ClockColumns.ofRule(rule))
                        .params(ClockColumns.ofDeadline(deadline, now))
                        .update()
                > 0;
    }

    List<RunningClock> of(String number) {
        return jdbc.sql("SELECT * FROM running_clock WHERE number = :number ORDER BY due_at, rule")
                .param("number", number)
                .query(ClockColumns::clock)
                .list();
    }

    /** Neither met nor ended, held until the end of the transaction. */
    List<RunningClock> lockOpen(String number) {
        return jdbc.sql("""
                        SELECT * FROM running_clock WHERE number = :number AND met_at IS NULL AND ended_at IS NULL
                        ORDER BY due_at, rule FOR UPDATE
                        """).param("number", number).query(ClockColumns::clock).list();
    }

    /** All of these incidents, met ones too. */
    List<RunningClock> ofAll(Collection<String> numbers) {
        return jdbc.sql("SELECT * FROM running_clock WHERE number = ANY(:numbers) ORDER BY number, due_at, rule")
                .param("numbers", numbers.toArray(String[]::new))
                .query(ClockColumns::clock)
                .list();
    }

    /** What can still be counted anew: neither met, ended nor missed. */
    List<Counted> allOpen() {
        return jdbc.sql(ALL_OPEN)
                .query((row, line) -> new Counted(ClockColumns.clock(row, line), row.getObject("day", LocalDate.class)))
                .list();
    }

    /** The same, held until the end of the transaction. */
    List<Counted> lockAllOpen() {
        return jdbc.sql(ALL_OPEN + " FOR UPDATE")
                .query((row, line) -> new Counted(ClockColumns.clock(row, line), row.getObject("day", LocalDate.class)))
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
                .query(ClockColumns::clock)
                .optional();
    }

    void met(RunningClock running, Instant now) {
        set(running, "met_at = :now, next_at = NULL, paused_at = NULL", now);
        pauses.end(running, now);
    }

    void ended(RunningClock running, Instant now) {
        set(running, "ended_at = :now, next_at = NULL, paused_at = NULL", now);
        pauses.end(running, now);
    }

    void breached(RunningClock running, Instant now) {
        set(running, "breached_at = :now, next_at = NULL", now);
    }

    /** The next moment after now at which it has something to say. */
    void next(RunningClock running, Instant now) {
        jdbc.sql("UPDATE running_clock SET next_at = :next WHERE number = :number AND rule = :rule")
                .param("next", utc(ClockColumns.next(new Deadline(running.dueAt(), running.warnAt()), now)))
                .param("number", running.number())
                .param("rule", running.rule())
                .update();
    }

    void paused(RunningClock running, Instant now) {
        set(running, "paused_at = :now, next_at = NULL", now);
    }

    void resume(RunningClock running, Deadline deadline, Instant now) {
        jdbc.sql("""
                        UPDATE running_clock SET paused_at = NULL, due_at = :due, warnings = :warnings::timestamptz[],
                            next_at = :next
                        WHERE number = :number AND rule = :rule
                        """)
                .param("number", running.number())
                .param("rule", running.rule())
                .params(ClockColumns.ofDeadline(deadline, now))
                .update();
    }

    /** Its rule as it was when it was last counted. */
    ClockRule ruleOf(RunningClock running) {
        return jdbc.sql("SELECT * FROM running_clock WHERE number = :number AND rule = :rule")
                .param("number", running.number())
                .param("rule", running.rule())
                .query(ClockColumns::rule)
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
                .params(ClockColumns.ofRule(rule))
                .params(ClockColumns.ofDeadline(deadline, now))
                .update();
    }

    private void set(RunningClock running, String what, Instant now) {
        jdbc.sql("UPDATE running_clock SET " + what + " WHERE number = :number AND rule = :rule")
                .param("number", running.number())
                .param("rule", running.rule())
                .param("now", utc(now))
                .update();
    }
}
