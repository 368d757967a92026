package vn.ungpho.clock;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

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

/**
 * The missed deadlines, for the report of the Action Programme's clause II.4.c. Those of incidents are written here, those
 * of the spokespersons' register by {@link EntryBreaches}.
 */
@Service
@Transactional
public class Breaches {

    private final JdbcClient jdbc;
    private final ObjectProvider<IncidentFacts> incidents;

    Breaches(JdbcClient jdbc, ObjectProvider<IncidentFacts> incidents) {
        this.jdbc = jdbc;
        this.incidents = incidents;
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

    /** Whom the rule names; the unit that has to speak by its group. */
    List<String> groups(RunningClock running, List<String> named) {
        return groups(owner(running), named);
    }

    static List<String> groups(String unit, List<String> named) {
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
