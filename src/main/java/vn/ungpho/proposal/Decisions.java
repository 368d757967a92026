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
                            signer_position, authority_mark, direction, members, term_days, recorded_by, on_behalf_of,
                            via, recorded_at)
                        VALUES (:proposal, :round, :decision, :number, :date, :signer, :mark, :direction, :members,
                            :term, :by, :principal, :via, :at)
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
                .param("principal", decision.onBehalfOf())
                .param("via", decision.via())
                .param("at", utc(decision.at()))
                .update();
    }

    /** @param version from 2: the first is the one that was recorded */
    void add(String proposal, int version, Decision corrected) {
        jdbc.sql("""
                        INSERT INTO proposal_decision_correction (proposal, round, version, document_number, document_date,
                            signer_position, authority_mark, direction, reason, corrected_by, corrected_at)
                        VALUES (:proposal, :round, :version, :number, :date, :signer, :mark, :direction, :reason, :by, :at)
                        """)
                .param("proposal", proposal)
                .param("round", corrected.round())
                .param("version", version)
                .param("number", corrected.documentNumber())
                .param("date", corrected.documentDate())
                .param("signer", corrected.signerPosition())
                .param("mark", corrected.authorityMark().name())
                .param("direction", corrected.direction())
                .param("reason", corrected.correction())
                .param("by", corrected.by())
                .param("at", utc(corrected.at()))
                .update();
    }

    /** All versions, those of a round after one another. */
    List<Decision> of(String proposal) {
        return jdbc.sql("""
                        SELECT d.round, 1 AS version, d.decision, d.document_number, d.document_date, d.signer_position,
                            d.authority_mark, d.direction, d.members, d.term_days, d.recorded_by, d.on_behalf_of,
                            d.via, d.recorded_at, NULL AS reason
                        FROM proposal_decision d WHERE d.proposal = :proposal
                        UNION ALL
                        SELECT c.round, c.version, d.decision, c.document_number, c.document_date, c.signer_position,
                            c.authority_mark, c.direction, d.members, d.term_days, c.corrected_by, NULL, NULL,
                            c.corrected_at, c.reason
                        FROM proposal_decision_correction c JOIN proposal_decision d USING (proposal, round)
                        WHERE c.proposal = :proposal
                        ORDER BY round, version
                        """)
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
                row.getString("on_behalf_of"),
                row.getString("via"),
                instant(row, "recorded_at"),
                row.getString("reason"));
    }
}
