package vn.ungpho.audit;

import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of events: insert and select only. The head row of an incident is a counter, not evidence. */
@Repository
class AuditEvents {

    private static final String INSERT = """
            INSERT INTO audit_event (incident, sequence, at, actor, on_behalf_of, mark, node, kind, facts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AuditEvents(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void write(List<AuditEvent> collected) {
        // Heads are locked in the order of their names: two transactions never wait for each other in a circle.
        collected.stream()
                .collect(Collectors.groupingBy(AuditEvent::incident, TreeMap::new, Collectors.toList()))
                .forEach(this::writeOf);
    }

    private void writeOf(String incident, List<AuditEvent> collected) {
        long last = jdbc.sql("""
                        INSERT INTO audit_head AS head (incident, sequence) VALUES (:incident, :count)
                        ON CONFLICT (incident) DO UPDATE SET sequence = head.sequence + :count
                        RETURNING sequence
                        """)
                .param("incident", incident)
                .param("count", collected.size())
                .query(Long.class)
                .single();
        long before = last - collected.size();
        batches.batchUpdate(
                INSERT,
                java.util.stream.IntStream.range(0, collected.size())
                        .mapToObj(i -> row(collected.get(i), before + i + 1))
                        .toList());
    }

    List<AuditEvent> of(String incident) {
        return jdbc.sql("SELECT * FROM audit_event WHERE incident = :incident ORDER BY sequence")
                .param("incident", incident)
                .query(AuditEvents::event)
                .list();
    }

    private static Object[] row(AuditEvent event, long sequence) {
        return new Object[] {
            event.incident(),
            sequence,
            utc(event.at()),
            event.actor(),
            event.onBehalfOf(),
            event.mark(),
            event.node(),
            event.kind(),
            event.facts()
        };
    }

    private static AuditEvent event(ResultSet row, int number) throws SQLException {
        return new AuditEvent(
                row.getString("incident"),
                row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("on_behalf_of"),
                row.getString("mark"),
                row.getString("node"),
                row.getString("kind"),
                row.getString("facts"));
    }
}
