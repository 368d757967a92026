package vn.ungpho.assessment;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ungpho.incident.Measures;
import vn.ungpho.incident.Route;

@Repository
class Assessments {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Assessments(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void open(String number, Measures measures, Instant now) {
        jdbc.sql(
                        "INSERT INTO assessment (number, opened_at, measures) VALUES (:number, :now, CAST(:measures AS jsonb))")
                .param("number", number)
                .param("now", utc(now))
                .param("measures", written(measures))
                .update();
    }

    Optional<Assessment> openOf(String number) {
        return jdbc.sql("SELECT * FROM assessment WHERE number = :number AND confirmed_at IS NULL")
                .param("number", number)
                .query(this::assessment)
                .optional();
    }

    Optional<Assessment> lastConfirmedOf(String number) {
        return jdbc.sql("""
                        SELECT * FROM assessment WHERE number = :number AND confirmed_at IS NOT NULL
                        ORDER BY id DESC LIMIT 1
                        """).param("number", number).query(this::assessment).optional();
    }

    void save(Assessment assessment) {
        jdbc.sql("""
                        UPDATE assessment SET measures = CAST(:measures AS jsonb), note = :note, verified_by = :verifiedBy,
                            scoring = CAST(:scoring AS jsonb), scored_at = :scoredAt, level = :level, route = :route,
                            reason = :reason, confirmed_by = :confirmedBy, confirmed_at = :confirmedAt
                        WHERE id = :id
                        """)
                .param("id", assessment.id())
                .param("measures", written(assessment.measures()))
                .param("note", assessment.note())
                .param("verifiedBy", assessment.verifiedBy())
                .param("scoring", assessment.scoring() == null ? null : written(assessment.scoring()))
                .param("scoredAt", utc(assessment.scoredAt()))
                .param("level", assessment.level())
                .param(
                        "route",
                        assessment.route() == null ? null : assessment.route().name())
                .param("reason", assessment.reason())
                .param("confirmedBy", assessment.confirmedBy())
                .param("confirmedAt", utc(assessment.confirmedAt()))
                .update();
    }

    private Assessment assessment(ResultSet row, int line) throws SQLException {
        String route = row.getString("route");
        String scoring = row.getString("scoring");
        return new Assessment(
                row.getLong("id"),
                row.getString("number"),
                instant(row, "opened_at"),
                read(row.getString("measures"), Measures.class),
                row.getString("note"),
                row.getString("verified_by"),
                scoring == null ? null : read(scoring, Scoring.class),
                instant(row, "scored_at"),
                row.getObject("level", Integer.class),
                route == null ? null : Route.valueOf(route),
                row.getString("reason"),
                row.getString("confirmed_by"),
                instant(row, "confirmed_at"));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String value, Class<T> type) {
        try {
            return json.readValue(value, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
