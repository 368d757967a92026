package vn.ungpho.clock;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.input.Vietnam;
import vn.ungpho.organisation.Unit;

/** The missed deadlines, for the report of the Action Programme's clause II.4.c. */
@Service
@Transactional
public class Breaches {

    private final JdbcClient jdbc;
    private final ObjectProvider<IncidentFacts> incidents;
    private final Clock clock;

    Breaches(JdbcClient jdbc, ObjectProvider<IncidentFacts> incidents, Clock clock) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.clock = clock;
    }

    /**
     * @param number of the incident; null where {@code entry} is what was late
     * @param entry of the spokespersons' register, and {@code about} whom it names; else both null
     * @param unit code of the unit that had to speak
     * @param metAt when it did after all, or null
     * @param told groups, or the coded recipients of {@link ClockRule}; empty where nobody was
     */
    public record Breach(
            String number,
            UUID entry,
            String about,
            String rule,
            String legalBasis,
            String unit,
            Instant dueAt,
            Instant breachedAt,
            Instant metAt,
            List<String> told) {

        public Breach {
            told = List.copyOf(told);
        }
    }

    /** By the day in Vietnam on which they were due, both included; the newest first. */
    @Transactional(readOnly = true)
    public List<Breach> between(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        SELECT * FROM clock_breach WHERE due_at >= :from AND due_at < :to
                        ORDER BY due_at DESC, number, unit, rule, id
                        """)
                .param("from", utc(from.atStartOfDay(Vietnam.ZONE).toInstant()))
                .param("to", utc(to.plusDays(1).atStartOfDay(Vietnam.ZONE).toInstant()))
                .query((row, line) -> new Breach(
                        row.getString("number"),
                        row.getObject("entry", UUID.class),
                        row.getString("about"),
                        row.getString("rule"),
                        row.getString("legal_basis"),
                        row.getString("unit"),
                        instant(row, "due_at"),
                        instant(row, "breached_at"),
                        instant(row, "met_at"),
                        ClockRules.split(row.getString("told"))))
                .list();
    }

    void add(RunningClock running, Instant now, List<String> told) {
        jdbc.sql("""
                        INSERT INTO clock_breach (number, rule, legal_basis, unit, due_at, breached_at, told)
                        VALUES (:number, :rule, :basis, :unit, :due, :now, :told)
                        ON CONFLICT DO NOTHING
                        """)
                .param("number", running.number())
                .param("rule", running.rule())
                .param("basis", running.legalBasis())
                .param("unit", owner(running))
                .param("due", utc(running.dueAt()))
                .param("now", utc(now))
                .param("told", ClockRules.joined(told))
                .update();
    }

    void met(RunningClock running, Instant now) {
        jdbc.sql("UPDATE clock_breach SET met_at = :now WHERE number = :number AND rule = :rule AND met_at IS NULL")
                .param("number", running.number())
                .param("rule", running.rule())
                .param("now", utc(now))
                .update();
    }

    /**
     * The row of an entry of the spokespersons' register, new or as it is known now.
     *
     * @param about whom the entry names
     * @param met when it was published after all, or null
     * @param told whom the rule names, kept with a new row only; empty where nobody is told
     * @return whether it is new
     */
    public boolean ofEntry(UUID entry, String about, String unit, EventClock missed, Instant met, List<String> told) {
        Instant now = clock.instant();
        JdbcClient.StatementSpec known = jdbc.sql("""
                UPDATE clock_breach SET rule = :rule, legal_basis = :basis, about = :about, due_at = :due, met_at = :met
                WHERE entry = :entry
                """);
        if (ofEntry(known, entry, about, missed, met).update() > 0) {
            return false;
        }
        JdbcClient.StatementSpec first = jdbc.sql("""
                INSERT INTO clock_breach (entry, about, rule, legal_basis, unit, due_at, breached_at, met_at, told)
                VALUES (:entry, :about, :rule, :basis, :unit, :due, :now, :met, :told)
                """);
        ofEntry(first, entry, about, missed, met)
                .param("unit", unit)
                .param("now", utc(now))
                .param("told", ClockRules.joined(groups(unit, told)))
                .update();
        return true;
    }

    private static JdbcClient.StatementSpec ofEntry(
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
    public void notOfEntry(UUID entry) {
        jdbc.sql("DELETE FROM clock_breach WHERE entry = :entry")
                .param("entry", entry)
                .update();
    }

    /** Whom the rule names; the unit that has to speak by its group. */
    List<String> groups(RunningClock running, List<String> named) {
        return groups(owner(running), named);
    }

    private static List<String> groups(String unit, List<String> named) {
        return named.stream()
                .map(one -> one.equals(ClockRule.OWNER) ? Unit.groupOf(unit) : one)
                .toList();
    }

    private String owner(RunningClock running) {
        return incidents
                .getObject()
                .of(running.number())
                .map(IncidentFacts.Facts::ownerUnit)
                .orElse("");
    }
}
