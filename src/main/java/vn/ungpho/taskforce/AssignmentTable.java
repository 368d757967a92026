package vn.ungpho.taskforce;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AssignmentTable {

    private final JdbcClient jdbc;

    AssignmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param dueAt may be null */
    Assignment add(String taskForce, String text, Assignment.Assignee assignee, Instant dueAt, String by, Instant now) {
        return jdbc.sql("""
                        INSERT INTO assignment (task_force, text, group_id, person, due_at, created_by, created_at, state)
                        VALUES (:taskForce, :text, :group, :person, :due, :by, :now, 'OPEN') RETURNING *
                        """)
                .param("taskForce", taskForce)
                .param("text", text)
                .param("group", assignee.group())
                .param("person", assignee.person())
                .param("due", utc(dueAt))
                .param("by", by)
                .param("now", utc(now))
                .query(AssignmentTable::assignment)
                .single();
    }

    Assignment get(long id) {
        return jdbc.sql("SELECT * FROM assignment WHERE id = :id")
                .param("id", id)
                .query(AssignmentTable::assignment)
                .single();
    }

    List<Assignment> of(String taskForce) {
        return jdbc.sql("SELECT * FROM assignment WHERE task_force = :taskForce ORDER BY id")
                .param("taskForce", taskForce)
                .query(AssignmentTable::assignment)
                .list();
    }

    void save(Assignment assignment) {
        jdbc.sql("""
                        UPDATE assignment SET state = :state, result = :result, done_by = :by, done_at = :at
                        WHERE id = :id
                        """)
                .param("id", assignment.id())
                .param("state", assignment.state().name())
                .param("result", assignment.result())
                .param("by", assignment.doneBy())
                .param("at", utc(assignment.doneAt()))
                .update();
    }

    void endOpen(String taskForce) {
        jdbc.sql("UPDATE assignment SET state = 'ENDED' WHERE task_force = :taskForce AND state = 'OPEN'")
                .param("taskForce", taskForce)
                .update();
    }

    private static Assignment assignment(ResultSet row, int line) throws SQLException {
        return new Assignment(
                row.getLong("id"),
                row.getString("task_force"),
                row.getString("text"),
                row.getString("group_id"),
                row.getString("person"),
                instant(row, "due_at"),
                row.getString("created_by"),
                instant(row, "created_at"),
                Assignment.State.valueOf(row.getString("state")),
                row.getString("result"),
                row.getString("done_by"),
                instant(row, "done_at"));
    }
}
