package vn.ungpho.incident;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Incidents {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Incidents(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Unique and rising within series and year; a sequence, so that reports never wait for one another. */
    String nextNumber(boolean exercise, int year) {
        String series = exercise ? "DT" : "SC";
        long next = jdbc.sql("SELECT nextval('file_number_%s_%d')".formatted(series.toLowerCase(), year))
                .query(Long.class)
                .single();
        return "%s-%d-%04d".formatted(series, year, next);
    }

    void add(Incident incident) {
        Report report = incident.report();
        jdbc.sql("""
                        INSERT INTO incident (number, title, description, sector, owner_unit, public_url, occurred_at,
                            received_at, registered_at, exercise, reported_by, measures, state, level_confirmed,
                            quiet_since)
                        VALUES (:number, :title, :description, :sector, :owner, :url, :occurred, :received, :registered,
                            :exercise, :by, CAST(:measures AS jsonb), :state, false, :registered)
                        """)
                .param("number", incident.number())
                .param("title", report.title())
                .param("description", report.description())
                .param("sector", report.sector())
                .param("owner", report.ownerUnit())
                .param("url", report.publicUrl())
                .param("occurred", utc(report.occurredAt()))
                .param("received", utc(report.receivedAt()))
                .param("registered", utc(incident.registeredAt()))
                .param("exercise", report.exercise())
                .param("by", incident.reportedBy())
                .param("measures", written(report.measures()))
                .param("state", incident.state().name())
                .update();
    }

    Optional<Incident> find(String number) {
        return jdbc.sql("SELECT * FROM incident WHERE number = :number")
                .param("number", number)
                .query(this::incident)
                .optional();
    }

    /** Those that have not ended. */
    List<Incident> open() {
        return jdbc.sql("SELECT * FROM incident WHERE closed_at IS NULL ORDER BY number")
                .query(this::incident)
                .list();
    }

    List<Incident> openOwnedBy(Collection<String> units) {
        return jdbc.sql("SELECT * FROM incident WHERE closed_at IS NULL AND owner_unit IN (:units) ORDER BY number")
                .param("units", units)
                .query(this::incident)
                .list();
    }

    /** Whoever changes an incident holds its row until the end of the transaction. */
    Optional<Incident> lock(String number) {
        return jdbc.sql("SELECT * FROM incident WHERE number = :number FOR UPDATE")
                .param("number", number)
                .query(this::incident)
                .optional();
    }

    void save(Incident incident) {
        jdbc.sql("""
                        UPDATE incident SET owner_unit = :owner, measures = CAST(:measures AS jsonb), state = :state,
                            level = :level, level_confirmed = :confirmed, route = :route, quiet_since = :quiet,
                            closed_at = :closed, closing = :closing, closing_note = :note
                        WHERE number = :number
                        """)
                .param("number", incident.number())
                .param("owner", incident.report().ownerUnit())
                .param("measures", written(incident.report().measures()))
                .param("state", incident.state().name())
                .param("level", incident.level())
                .param("confirmed", incident.levelConfirmed())
                .param(
                        "route",
                        incident.route() == null ? null : incident.route().name())
                .param("quiet", utc(incident.quietSince()))
                .param(
                        "closed",
                        incident.end() == null ? null : utc(incident.end().at()))
                .param(
                        "closing",
                        incident.end() == null ? null : incident.end().closing().name())
                .param("note", incident.end() == null ? null : incident.end().note())
                .update();
    }

    void add(Signal signal) {
        jdbc.sql("""
                        INSERT INTO signal (number, description, public_url, reach24h, growth1h, provinces, seen_at,
                            recorded_at, recorded_by)
                        VALUES (:number, :description, :url, :reach, :growth, :provinces, :seen, :recorded, :by)
                        """)
                .param("number", signal.number())
                .param("description", signal.description())
                .param("url", signal.publicUrl())
                .param("reach", signal.figures().reach24h())
                .param("growth", signal.figures().growth1h())
                .param("provinces", signal.figures().provinces())
                .param("seen", utc(signal.seenAt()))
                .param("recorded", utc(signal.recordedAt()))
                .param("by", signal.recordedBy())
                .update();
    }

    List<Signal> signalsOf(String number) {
        return jdbc.sql("SELECT * FROM signal WHERE number = :number ORDER BY recorded_at, id")
                .param("number", number)
                .query((row, line) -> new Signal(
                        row.getString("number"),
                        row.getString("description"),
                        row.getString("public_url"),
                        new Signal.Figures(
                                row.getObject("reach24h", Integer.class),
                                row.getObject("growth1h", BigDecimal.class),
                                row.getObject("provinces", Integer.class)),
                        instant(row, "seen_at"),
                        instant(row, "recorded_at"),
                        row.getString("recorded_by")))
                .list();
    }

    void addReader(String number, String group) {
        jdbc.sql("INSERT INTO incident_reader (number, group_id) VALUES (:number, :group) ON CONFLICT DO NOTHING")
                .param("number", number)
                .param("group", group)
                .update();
    }

    /** Only of incidents: other processes have tasks, too. */
    void admit(String number, String reader) {
        jdbc.sql("""
                        INSERT INTO incident_reader (number, group_id) SELECT number, :reader FROM incident
                        WHERE number = :number ON CONFLICT DO NOTHING
                        """).param("number", number).param("reader", reader).update();
    }

    /** From all but these and but those in whose record the person stands. */
    void dismiss(String reader, String person, Collection<String> but) {
        jdbc.sql("""
                        DELETE FROM incident_reader r WHERE r.group_id = :reader
                            AND r.number <> ALL (string_to_array(:but, ','))
                            AND NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.incident = r.number AND e.actor = :person)
                        """)
                .param("reader", reader)
                .param("person", person)
                .param("but", String.join(",", but))
                .update();
    }

    boolean isReader(String number, List<String> groups) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM incident_reader WHERE number = :number AND group_id IN"
                        + " (:groups))")
                .param("number", number)
                .param("groups", groups)
                .query(Boolean.class)
                .single();
    }

    private Incident incident(ResultSet row, int line) throws SQLException {
        String route = row.getString("route");
        String closing = row.getString("closing");
        return new Incident(
                row.getString("number"),
                report(row),
                row.getString("reported_by"),
                instant(row, "registered_at"),
                Incident.State.valueOf(row.getString("state")),
                row.getObject("level", Integer.class),
                row.getBoolean("level_confirmed"),
                route == null ? null : Route.valueOf(route),
                instant(row, "quiet_since"),
                closing == null
                        ? null
                        : new Incident.End(
                                Incident.Closing.valueOf(closing),
                                instant(row, "closed_at"),
                                row.getString("closing_note")));
    }

    private Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getString("title"),
                row.getString("description"),
                row.getString("sector"),
                row.getString("owner_unit"),
                row.getString("public_url"),
                instant(row, "occurred_at"),
                instant(row, "received_at"),
                row.getBoolean("exercise"),
                read(row.getString("measures")));
    }

    private String written(Measures measures) {
        try {
            return json.writeValueAsString(measures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Measures read(String measures) {
        try {
            return json.readValue(measures, Measures.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
