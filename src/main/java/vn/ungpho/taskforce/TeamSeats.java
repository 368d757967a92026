package vn.ungpho.taskforce;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.proposal.Seat;

/** The seats of a task force in the order of the decision, and every answer that was given to a call-up. */
@Repository
class TeamSeats {

    private final JdbcClient jdbc;
    private final Organisation organisation;

    TeamSeats(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    void add(TeamSeat seat, int position) {
        jdbc.sql("""
                        INSERT INTO task_force_seat (task_force, part, position, role, group_id, state, asked_at)
                        VALUES (:taskForce, :part, :position, :role, :group, :state, :asked)
                        """)
                .param("taskForce", seat.taskForce())
                .param("part", seat.part())
                .param("position", position)
                .param("role", seat.role().name())
                .param("group", seat.group())
                .param("state", seat.state().name())
                .param("asked", utc(seat.askedAt()))
                .update();
    }

    List<TeamSeat> of(String taskForce) {
        return jdbc.sql("SELECT * FROM task_force_seat WHERE task_force = :taskForce ORDER BY position")
                .param("taskForce", taskForce)
                .query(this::seat)
                .list();
    }

    TeamSeat get(String taskForce, String part) {
        return jdbc.sql("SELECT * FROM task_force_seat WHERE task_force = :taskForce AND part = :part")
                .param("taskForce", taskForce)
                .param("part", part)
                .query(this::seat)
                .single();
    }

    void save(TeamSeat seat) {
        jdbc.sql("""
                        UPDATE task_force_seat SET joined_group = :joined, state = :state, person = :person,
                            reason = :reason, asked_at = :asked, answered_at = :answered
                        WHERE task_force = :taskForce AND part = :part
                        """)
                .param("taskForce", seat.taskForce())
                .param("part", seat.part())
                .param("joined", seat.joined())
                .param("state", seat.state().name())
                .param("person", seat.person())
                .param("reason", seat.reason())
                .param("asked", utc(seat.askedAt()))
                .param("answered", utc(seat.answeredAt()))
                .update();
    }

    void add(TeamAnswer answer) {
        jdbc.sql("""
                        INSERT INTO task_force_answer (task_force, part, person, membership, reason, answered_at)
                        VALUES (:taskForce, :part, :person, :membership, :reason, :answered)
                        """)
                .param("taskForce", answer.taskForce())
                .param("part", answer.part())
                .param("person", answer.person())
                .param("membership", answer.membership().name())
                .param("reason", answer.reason())
                .param("answered", utc(answer.answeredAt()))
                .update();
    }

    /** In the order in which they were given. */
    List<TeamAnswer> answers(String taskForce, String part) {
        return jdbc.sql("SELECT * FROM task_force_answer WHERE task_force = :taskForce AND part = :part ORDER BY id")
                .param("taskForce", taskForce)
                .param("part", part)
                .query(TeamSeats::answer)
                .list();
    }

    /** Where a unit that was called up has ended since, its successor is the seat's group. */
    private TeamSeat seat(ResultSet row, int line) throws SQLException {
        return new TeamSeat(
                row.getString("task_force"),
                row.getString("part"),
                Seat.Role.valueOf(row.getString("role")),
                organisation.groupToday(row.getString("group_id"), instant(row, "asked_at")),
                row.getString("joined_group"),
                TeamSeat.State.valueOf(row.getString("state")),
                row.getString("person"),
                row.getString("reason"),
                instant(row, "asked_at"),
                instant(row, "answered_at"));
    }

    private static TeamAnswer answer(ResultSet row, int line) throws SQLException {
        return new TeamAnswer(
                row.getString("task_force"),
                row.getString("part"),
                row.getString("person"),
                TeamAnswer.Membership.valueOf(row.getString("membership")),
                row.getString("reason"),
                instant(row, "answered_at"));
    }
}
