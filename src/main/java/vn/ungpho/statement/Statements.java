package vn.ungpho.statement;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ungpho.statement.StatementFile.Outcome;
import vn.ungpho.statement.StatementFile.Release;
import vn.ungpho.statement.StatementFile.Review;
import vn.ungpho.statement.StatementFile.State;
import vn.ungpho.statement.StatementFile.Version;

@Repository
class Statements {

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(String number, String unit, String purpose, Long correctionOf, String by, Instant now) {
        return jdbc.sql("""
                        INSERT INTO statement (number, unit, purpose, correction_of, requested_by, requested_at, state)
                        VALUES (:number, :unit, :purpose, :correction, :by, :now, 'REQUESTED') RETURNING id
                        """)
                .param("number", number)
                .param("unit", unit)
                .param("purpose", purpose)
                .param("correction", correctionOf)
                .param("by", by)
                .param("now", utc(now))
                .query(Long.class)
                .single();
    }

    StatementFile get(long id) {
        return whole(jdbc.sql("SELECT * FROM statement WHERE id = :id")
                .param("id", id)
                .query(Statements::statement)
                .single());
    }

    List<StatementFile> of(String number) {
        return jdbc
                .sql("SELECT * FROM statement WHERE number = :number ORDER BY id")
                .param("number", number)
                .query(Statements::statement)
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    boolean isReleased(long id, String number) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM statement"
                        + " WHERE id = :id AND number = :number AND state = 'RELEASED')")
                .param("id", id)
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    void begun(long id, String processInstanceId) {
        jdbc.sql("UPDATE statement SET process_instance = :process WHERE id = :id")
                .param("process", processInstanceId)
                .param("id", id)
                .update();
    }

    void goesOn(long id, State state) {
        jdbc.sql("UPDATE statement SET state = :state WHERE id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    void ended(long id, State state, String reason, Instant now) {
        jdbc.sql("UPDATE statement SET state = :state, ended_at = :now, end_reason = :reason WHERE id = :id")
                .param("state", state.name())
                .param("now", utc(now))
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    void add(long id, Version version) {
        Wording wording = version.wording();
        jdbc.sql("""
                        INSERT INTO statement_version (statement, version, headline, facts_known, facts_unknown, advice,
                            next_update_at, label, false_part, evidence, drafted_by, drafted_at)
                        VALUES (:id, :version, :headline, :known, :unknown, :advice, :next, :label, :false, :evidence, :by,
                            :at)
                        """)
                .param("id", id)
                .param("version", version.number())
                .param("headline", wording.headline())
                .param("known", wording.factsKnown())
                .param("unknown", wording.factsUnknown())
                .param("advice", wording.advice())
                .param("next", utc(wording.nextUpdateAt()))
                .param("label", wording.label() == null ? null : wording.label().name())
                .param("false", wording.falsePart())
                .param("evidence", wording.evidence())
                .param("by", version.draftedBy())
                .param("at", utc(version.draftedAt()))
                .update();
    }

    void add(long id, Review review) {
        jdbc.sql("""
                        INSERT INTO statement_review (statement, version, desk, outcome, reason, by, at)
                        VALUES (:id, :version, :desk, :outcome, :reason, :by, :at)
                        """)
                .param("id", id)
                .param("version", review.version())
                .param("desk", review.desk())
                .param("outcome", review.outcome().name())
                .param("reason", review.reason())
                .param("by", review.by())
                .param("at", utc(review.at()))
                .update();
    }

    void add(long id, Release release) {
        jdbc.sql("""
                        INSERT INTO statement_release (statement, version, document_number, channel, unit_name, released_by,
                            released_at)
                        VALUES (:id, :version, :document, :channel, :unit, :by, :at)
                        """)
                .param("id", id)
                .param("version", release.version())
                .param("document", release.documentNumber())
                .param("channel", release.channel())
                .param("unit", release.unitName())
                .param("by", release.by())
                .param("at", utc(release.at()))
                .update();
    }

    private List<Version> versionsOf(long id) {
        return jdbc.sql("SELECT * FROM statement_version WHERE statement = :id ORDER BY version")
                .param("id", id)
                .query((row, line) -> new Version(
                        row.getInt("version"), wording(row), row.getString("drafted_by"), instant(row, "drafted_at")))
                .list();
    }

    private List<Review> reviewsOf(long id) {
        return jdbc.sql("SELECT * FROM statement_review WHERE statement = :id ORDER BY id")
                .param("id", id)
                .query((row, line) -> new Review(
                        row.getInt("version"),
                        row.getString("desk"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("reason"),
                        row.getString("by"),
                        instant(row, "at")))
                .list();
    }

    private Optional<Release> releaseOf(long id) {
        return jdbc.sql("SELECT * FROM statement_release WHERE statement = :id")
                .param("id", id)
                .query((row, line) -> new Release(
                        row.getInt("version"),
                        row.getString("document_number"),
                        row.getString("channel"),
                        row.getString("unit_name"),
                        row.getString("released_by"),
                        instant(row, "released_at")))
                .optional();
    }

    private StatementFile whole(StatementFile bare) {
        return new StatementFile(
                bare.id(),
                bare.number(),
                bare.unit(),
                bare.purpose(),
                bare.correctionOf(),
                bare.requestedBy(),
                bare.requestedAt(),
                bare.state(),
                bare.endedAt(),
                bare.endReason(),
                versionsOf(bare.id()),
                reviewsOf(bare.id()),
                releaseOf(bare.id()).orElse(null));
    }

    private static StatementFile statement(ResultSet row, int line) throws SQLException {
        return new StatementFile(
                row.getLong("id"),
                row.getString("number"),
                row.getString("unit"),
                row.getString("purpose"),
                row.getObject("correction_of", Long.class),
                row.getString("requested_by"),
                instant(row, "requested_at"),
                State.valueOf(row.getString("state")),
                instant(row, "ended_at"),
                row.getString("end_reason"),
                List.of(),
                List.of(),
                null);
    }

    /** The columns of a version, wherever they are joined to. */
    static Wording wording(ResultSet row) throws SQLException {
        String label = row.getString("label");
        return new Wording(
                row.getString("headline"),
                row.getString("facts_known"),
                row.getString("facts_unknown"),
                row.getString("advice"),
                instant(row, "next_update_at"),
                label == null ? null : Wording.Label.valueOf(label),
                row.getString("false_part"),
                row.getString("evidence"));
    }
}
