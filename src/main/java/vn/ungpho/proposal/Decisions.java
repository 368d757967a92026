package vn.ungpho.proposal;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Decisions {

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String proposal, Decision decision) {
        jdbc.sql("""
                        INSERT INTO proposal_decision (proposal, round, decision, document_number, document_date,
                            signer_position, authority_mark, direction, members, term_days, recorded_by, recorded_at)
                        VALUES (:proposal, :round, :decision, :number, :date, :signer, :mark, :direction, :members,
                            :term, :by, :at)
                        """)
                .param("proposal", proposal)
                .param("round", decision.round())
                .param("decision", decision.decision().name())
                .param("number", decision.documentNumber())
                .param("date", decision.documentDate())
                .param("signer", decision.signerPosition())
                .param("mark", decision.authorityMark().name())
                .param("direction", decision.direction())
                .param("members", decision.seats().isEmpty() ? null : Seats.written(decision.seats()))
                .param("term", decision.termDays())
                .param("by", decision.by())
                .param("at", utc(decision.at()))
                .update();
    }

    List<Decision> of(String proposal) {
        return jdbc.sql("SELECT * FROM proposal_decision WHERE proposal = :proposal ORDER BY round")
                .param("proposal", proposal)
                .query(Decisions::decision)
                .list();
    }

    private static Decision decision(ResultSet row, int line) throws SQLException {
        String members = row.getString("members");
        return new Decision(
                row.getInt("round"),
                Decision.Outcome.valueOf(row.getString("decision")),
                row.getString("document_number"),
                row.getObject("document_date", LocalDate.class),
                row.getString("signer_position"),
                AuthorityMark.valueOf(row.getString("authority_mark")),
                row.getString("direction"),
                members == null ? List.of() : Seats.of(members),
                row.getObject("term_days", Integer.class),
                row.getString("recorded_by"),
                instant(row, "recorded_at"));
    }
}
