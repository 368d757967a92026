package vn.ungpho.proposal;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Proposals {

    private final JdbcClient jdbc;

    Proposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Proposal proposal) {
        jdbc.sql("""
                        INSERT INTO proposal (process_instance, number, state, round, authority, opened_at)
                        VALUES (:process, :number, :state, :round, :authority, :opened)
                        """)
                .param("process", proposal.processInstanceId())
                .param("number", proposal.number())
                .param("state", proposal.state().name())
                .param("round", proposal.round())
                .param("authority", proposal.authority().name())
                .param("opened", utc(proposal.openedAt()))
                .update();
    }

    Proposal get(String processInstanceId) {
        return jdbc.sql("SELECT * FROM proposal WHERE process_instance = :process")
                .param("process", processInstanceId)
                .query(Proposals::proposal)
                .single();
    }

    /** The oldest first. */
    List<Proposal> of(String number) {
        return jdbc.sql("SELECT * FROM proposal WHERE number = :number ORDER BY opened")
                .param("number", number)
                .query(Proposals::proposal)
                .list();
    }

    /** There is never a second one. */
    Optional<Proposal> runningOf(String number) {
        return jdbc.sql("SELECT * FROM proposal WHERE number = :number AND ended_at IS NULL")
                .param("number", number)
                .query(Proposals::proposal)
                .optional();
    }

    void save(Proposal proposal) {
        jdbc.sql("""
                        UPDATE proposal SET state = :state, authority = :authority, round = :round, return_reason = :returned,
                            ended_at = :ended, end_reason = :reason
                        WHERE process_instance = :process
                        """)
                .param("process", proposal.processInstanceId())
                .param("state", proposal.state().name())
                .param("authority", proposal.authority().name())
                .param("round", proposal.round())
                .param("returned", proposal.returnReason())
                .param("ended", utc(proposal.endedAt()))
                .param("reason", proposal.endReason())
                .update();
    }

    private static Proposal proposal(ResultSet row, int line) throws SQLException {
        return new Proposal(
                row.getString("process_instance"),
                row.getString("number"),
                ProposalState.valueOf(row.getString("state")),
                row.getInt("round"),
                Authority.valueOf(row.getString("authority")),
                instant(row, "opened_at"),
                row.getString("return_reason"),
                instant(row, "ended_at"),
                row.getString("end_reason"));
    }
}
