package vn.ungpho.clock;

import static vn.ungpho.database.Instants.utc;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What entries of the spokespersons' register have missed: one row each among the {@link Breaches}. */
@Service
@Transactional
public class EntryBreaches {

    private final JdbcClient jdbc;
    private final Clock clock;

    EntryBreaches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The row of an entry, new or as it is known now.
     *
     * @param about whom the entry names
     * @param met when it was published after all, or null
     * @param told whom the rule names, kept with a new row only; empty where nobody is told
     * @return whether it is new
     */
    public boolean late(UUID entry, String about, String unit, EventClock missed, Instant met, List<String> told) {
        JdbcClient.StatementSpec known = jdbc.sql("""
                UPDATE clock_breach SET rule = :rule, legal_basis = :basis, about = :about, due_at = :due, met_at = :met
                WHERE entry = :entry
                """);
        if (with(known, entry, about, missed, met).update() > 0) {
            return false;
        }
        JdbcClient.StatementSpec first = jdbc.sql("""
                INSERT INTO clock_breach (entry, about, rule, legal_basis, unit, due_at, breached_at, met_at, told)
                VALUES (:entry, :about, :rule, :basis, :unit, :due, :now, :met, :told)
                """);
        with(first, entry, about, missed, met)
                .param("unit", unit)
                .param("now", utc(clock.instant()))
                .param("told", ClockRules.joined(Breaches.groups(unit, told)))
                .update();
        return true;
    }

    private static JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec statement, UUID entry, String about, EventClock missed, Instant met) {
        return statement
                .param("entry", entry)
                .param("about", about)
                .param("rule", missed.rule())
                .param("basis", missed.legalBasis())
                .param("due", utc(missed.due()))
                .param("met", utc(met));
    }

    /** It turned out that the entry was in time. */
    public void notLate(UUID entry) {
        jdbc.sql("DELETE FROM clock_breach WHERE entry = :entry")
                .param("entry", entry)
                .update();
    }
}
