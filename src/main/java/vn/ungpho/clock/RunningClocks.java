package vn.ungpho.clock;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.AuditTrail;

/** Starts, meets and breaches the statutory clocks of incidents. A breach stays as a row for the report of II.4.c. */
@Service
@Transactional
public class RunningClocks {

    private static final String MEET =
            // Too late is met and breached, even if the timer has not come round to it.
            """
            UPDATE running_clock SET met_at = :now,
                breached_at = CASE WHEN due_at < :now THEN coalesce(breached_at, :now) ELSE breached_at END
            WHERE met_at IS NULL
            """;
    private static final String BREACH =
            "UPDATE running_clock SET breached_at = :now WHERE met_at IS NULL AND breached_at IS NULL";

    private final ClockRules rules;
    private final ExerciseSettings exercises;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    RunningClocks(ClockRules rules, ExerciseSettings exercises, JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.rules = rules;
        this.exercises = exercises;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Starts the clock unless it runs already; the rule is the one valid on the day of the incident. */
    public void start(String number, ClockRule.Purpose purpose, Instant occurred, Instant received) {
        ClockRule rule = rules.validAt(purpose, occurred);
        Instant start = rule.startOf(occurred, received);
        Duration length = exercises.scaled(number, rule.length());
        int made = jdbc.sql("""
                        INSERT INTO running_clock (number, purpose, rule, started_at, due_at)
                        VALUES (:number, :purpose, :rule, :start, :due)
                        ON CONFLICT (number, purpose) DO NOTHING
                        """)
                .param("number", number)
                .param("purpose", purpose.name())
                .param("rule", rule.code())
                .param("start", utc(start))
                .param("due", utc(start.plus(length)))
                .update();
        if (made > 0) {
            audit.append(
                    number,
                    "CLOCK_STARTED",
                    Map.of(
                            "rule", rule.code(),
                            "legalBasis", rule.legalBasis(),
                            "start", start.toString(),
                            "due", start.plus(length).toString()));
        }
    }

    public void met(String number, ClockRule.Purpose purpose) {
        if (stamp(MEET, number, purpose)) {
            audit.append(number, "CLOCK_MET", Map.of("purpose", purpose.name()));
        }
    }

    public void breached(String number, ClockRule.Purpose purpose) {
        if (stamp(BREACH, number, purpose)) {
            audit.append(number, "CLOCK_BREACHED", Map.of("purpose", purpose.name()));
        }
    }

    @Transactional(readOnly = true)
    public Optional<RunningClock> of(String number, ClockRule.Purpose purpose) {
        return of(number).stream()
                .filter(running -> running.purpose().equals(purpose.name()))
                .findFirst();
    }

    @Transactional(readOnly = true)
    public List<RunningClock> of(String number) {
        return jdbc.sql("""
                        SELECT c.*, r.legal_basis, r.warn_after FROM running_clock c JOIN clock_rule r ON r.code = c.rule
                        WHERE c.number = :number ORDER BY c.due_at
                        """).param("number", number).query(this::clock).list();
    }

    private boolean stamp(String update, String number, ClockRule.Purpose purpose) {
        return jdbc.sql(update + " AND number = :number AND purpose = :purpose")
                        .param("now", utc(clock.instant()))
                        .param("number", number)
                        .param("purpose", purpose.name())
                        .update()
                > 0;
    }

    private RunningClock clock(ResultSet row, int line) throws SQLException {
        String number = row.getString("number");
        Instant start = instant(row, "started_at");
        return new RunningClock(
                number,
                row.getString("purpose"),
                row.getString("rule"),
                row.getString("legal_basis"),
                start,
                instant(row, "due_at"),
                ClockRules.hours(row.getString("warn_after")).stream()
                        .map(after -> start.plus(exercises.scaled(number, after)))
                        .toList(),
                instant(row, "met_at"),
                instant(row, "breached_at"));
    }
}
