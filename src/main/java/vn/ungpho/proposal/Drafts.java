package vn.ungpho.proposal;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row for each round. Only the last one is ever written to. */
@Repository
class Drafts {

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String proposal, Draft draft) {
        Content content = draft.content();
        jdbc.sql("""
                        INSERT INTO proposal_draft (proposal, round, summary, tasks, consulted_units, members, term_days,
                            urgency, drafted_by, drafted_at)
                        VALUES (:proposal, :round, :summary, :tasks, :units, :members, :term, :urgency, :by, :at)
                        """)
                .param("proposal", proposal)
                .param("round", draft.round())
                .param("summary", content.summary())
                .param("tasks", content.tasks())
                .param("units", String.join(",", content.consultedUnits()))
                .param("members", Seats.written(content.seats()))
                .param("term", content.termDays())
                .param("urgency", content.urgency().name())
                .param("by", draft.draftedBy())
                .param("at", utc(draft.draftedAt()))
                .update();
    }

    void consolidated(String proposal, int round, Draft.Resolution resolution) {
        jdbc.sql("""
                        UPDATE proposal_draft SET opinion_resolution = :text, consolidated_by = :by, consolidated_at = :at
                        WHERE proposal = :proposal AND round = :round
                        """)
                .param("proposal", proposal)
                .param("round", round)
                .param("text", resolution.text())
                .param("by", resolution.by())
                .param("at", utc(resolution.at()))
                .update();
    }

    void dispatched(String proposal, int round, Draft.Dispatch dispatch) {
        jdbc.sql("""
                        UPDATE proposal_draft SET document_number = :number, document_date = :date,
                            dispatched_by = :by, dispatched_at = :at
                        WHERE proposal = :proposal AND round = :round
                        """)
                .param("proposal", proposal)
                .param("round", round)
                .param("number", dispatch.documentNumber())
                .param("date", dispatch.documentDate())
                .param("by", dispatch.by())
                .param("at", utc(dispatch.at()))
                .update();
    }

    /** That of the current round; while it is being written, that of the round before. Empty in the first. */
    Optional<Draft> latest(String proposal) {
        return jdbc.sql("SELECT * FROM proposal_draft WHERE proposal = :proposal ORDER BY round DESC LIMIT 1")
                .param("proposal", proposal)
                .query(Drafts::draft)
                .optional();
    }

    List<Draft> of(String proposal) {
        return jdbc.sql("SELECT * FROM proposal_draft WHERE proposal = :proposal ORDER BY round")
                .param("proposal", proposal)
                .query(Drafts::draft)
                .list();
    }

    private static Draft draft(ResultSet row, int line) throws SQLException {
        Content content = new Content(
                row.getString("summary"),
                row.getString("tasks"),
                List.of(row.getString("consulted_units").split(",")),
                Seats.of(row.getString("members")),
                row.getInt("term_days"),
                Urgency.valueOf(row.getString("urgency")));
        return new Draft(
                row.getInt("round"),
                content,
                row.getString("drafted_by"),
                instant(row, "drafted_at"),
                resolution(row),
                dispatch(row));
    }

    private static Draft.Resolution resolution(ResultSet row) throws SQLException {
        String text = row.getString("opinion_resolution");
        return text == null
                ? null
                : new Draft.Resolution(text, row.getString("consolidated_by"), instant(row, "consolidated_at"));
    }

    private static Draft.Dispatch dispatch(ResultSet row) throws SQLException {
        String number = row.getString("document_number");
        return number == null
                ? null
                : new Draft.Dispatch(
                        number,
                        row.getObject("document_date", LocalDate.class),
                        row.getString("dispatched_by"),
                        instant(row, "dispatched_at"));
    }
}
