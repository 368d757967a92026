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
class Opinions {

    private final JdbcClient jdbc;

    Opinions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String proposal, Opinion asked) {
        jdbc.sql("""
                        INSERT INTO proposal_opinion (proposal, round, unit, asked_at, due_at)
                        VALUES (:proposal, :round, :unit, :asked, :due)
                        """)
                .param("proposal", proposal)
                .param("round", asked.round())
                .param("unit", asked.unit())
                .param("asked", utc(asked.askedAt()))
                .param("due", utc(asked.dueAt()))
                .update();
    }

    Opinion get(String proposal, int round, String unit) {
        return jdbc.sql("""
                        SELECT * FROM proposal_opinion
                        WHERE proposal = :proposal AND round = :round AND unit = :unit
                        """)
                .param("proposal", proposal)
                .param("round", round)
                .param("unit", unit)
                .query(Opinions::opinion)
                .single();
    }

    List<Opinion> of(String proposal) {
        return jdbc.sql("SELECT * FROM proposal_opinion WHERE proposal = :proposal ORDER BY round, asked_at, unit")
                .param("proposal", proposal)
                .query(Opinions::opinion)
                .list();
    }

    /** @return false if there is an answer already: it stays */
    boolean answer(String proposal, Opinion answered) {
        return jdbc.sql("""
                                UPDATE proposal_opinion SET due_at = :due, value = :value, text = :text, answered_by = :by,
                                    answered_at = :at, legal_basis = :basis
                                WHERE proposal = :proposal AND round = :round AND unit = :unit AND value IS NULL
                                """)
                        .param("proposal", proposal)
                        .param("round", answered.round())
                        .param("unit", answered.unit())
                        .param("due", utc(answered.dueAt()))
                        .param("value", answered.value().name())
                        .param("text", answered.text())
                        .param("by", answered.answeredBy())
                        .param("at", utc(answered.answeredAt()))
                        .param("basis", answered.legalBasis())
                        .update()
                > 0;
    }

    /** On what silence counts as agreed. */
    String legalBasisOn(LocalDate day) {
        return jdbc.sql("""
                        SELECT legal_basis FROM opinion_rule
                        WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
                        ORDER BY valid_from DESC LIMIT 1
                        """).param("day", day).query(String.class).single();
    }

    private static Opinion opinion(ResultSet row, int line) throws SQLException {
        String value = row.getString("value");
        return new Opinion(
                row.getInt("round"),
                row.getString("unit"),
                instant(row, "asked_at"),
                instant(row, "due_at"),
                value == null ? null : Opinion.Value.valueOf(value),
                row.getString("text"),
                row.getString("answered_by"),
                instant(row, "answered_at"),
                row.getString("legal_basis"));
    }
}
