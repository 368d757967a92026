package vn.ungpho.proposal;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the desks said, and who has had which round before their eyes. */
@Repository
class Reviews {

    private final JdbcClient jdbc;

    Reviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String proposal, Review review) {
        jdbc.sql("""
                        INSERT INTO proposal_review (proposal, round, desk, outcome, reason, authority_mark,
                            signer_position, reviewed_by, reviewed_at)
                        VALUES (:proposal, :round, :desk, :outcome, :reason, :mark, :signer, :by, :at)
                        """)
                .param("proposal", proposal)
                .param("round", review.round())
                .param("desk", review.desk())
                .param("outcome", review.outcome().name())
                .param("reason", review.reason())
                .param(
                        "mark",
                        review.authorityMark() == null
                                ? null
                                : review.authorityMark().name())
                .param("signer", review.signerPosition())
                .param("by", review.by())
                .param("at", utc(review.at()))
                .update();
    }

    List<Review> of(String proposal) {
        return jdbc.sql("SELECT * FROM proposal_review WHERE proposal = :proposal ORDER BY round, reviewed_at")
                .param("proposal", proposal)
                .query(Reviews::review)
                .list();
    }

    void seen(String proposal, String person, int round) {
        jdbc.sql("""
                        INSERT INTO proposal_seen (proposal, person, round) VALUES (:proposal, :person, :round)
                        ON CONFLICT DO NOTHING
                        """)
                .param("proposal", proposal)
                .param("person", person)
                .param("round", round)
                .update();
    }

    /** The last round before this one that the person has seen. */
    OptionalInt lastSeen(String proposal, String person, int before) {
        return jdbc
                .sql("""
                        SELECT round FROM proposal_seen
                        WHERE proposal = :proposal AND person = :person AND round < :before
                        """)
                .param("proposal", proposal)
                .param("person", person)
                .param("before", before)
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .max();
    }

    private static Review review(ResultSet row, int line) throws SQLException {
        String mark = row.getString("authority_mark");
        return new Review(
                row.getInt("round"),
                row.getString("desk"),
                Review.Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                mark == null ? null : AuthorityMark.valueOf(mark),
                row.getString("signer_position"),
                row.getString("reviewed_by"),
                instant(row, "reviewed_at"));
    }
}
