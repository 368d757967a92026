package vn.ungpho.authority;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BrokenGlasses {

    private final JdbcClient jdbc;

    BrokenGlasses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(BrokenGlass glass) {
        jdbc.sql("""
                        INSERT INTO break_glass (id, number, task_id, task, task_name, groups, taken_from, given_to, reason,
                            lifts_bars, lifted, opened_by, opened_at)
                        VALUES (:id, :number, :taskId, :task, :name, :groups, :from, :to, :reason, :lifts, :lifted, :by, :at)
                        """)
                .param("id", glass.id())
                .param("number", glass.number())
                .param("taskId", glass.taskId())
                .param("task", glass.task())
                .param("name", glass.taskName())
                .param("groups", String.join(",", glass.groups()))
                .param("from", glass.takenFrom())
                .param("to", glass.givenTo())
                .param("reason", glass.reason())
                .param("lifts", glass.liftsBars())
                .param("lifted", glass.lifted())
                .param("by", glass.openedBy())
                .param("at", utc(glass.openedAt()))
                .update();
    }

    BrokenGlass get(UUID id) {
        return jdbc.sql("SELECT * FROM break_glass WHERE id = :id")
                .param("id", id)
                .query(BrokenGlasses::glass)
                .single();
    }

    /** What was last done so with a task. */
    Optional<BrokenGlass> latestOf(String taskId) {
        return jdbc.sql("SELECT * FROM break_glass WHERE task_id = :task ORDER BY opened DESC LIMIT 1")
                .param("task", taskId)
                .query(BrokenGlasses::glass)
                .optional();
    }

    void reviewed(UUID id, BrokenGlass.Review review) {
        jdbc.sql("""
                        UPDATE break_glass SET justified = :justified, assessment = :assessment, reviewed_by = :by,
                            reviewed_at = :at
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("justified", review.justified())
                .param("assessment", review.assessment())
                .param("by", review.by())
                .param("at", utc(review.at()))
                .update();
    }

    private static BrokenGlass glass(ResultSet row, int line) throws SQLException {
        String reviewer = row.getString("reviewed_by");
        return new BrokenGlass(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("task_id"),
                row.getString("task"),
                row.getString("task_name"),
                List.of(row.getString("groups").split(",")),
                row.getString("taken_from"),
                row.getString("given_to"),
                row.getString("reason"),
                row.getBoolean("lifts_bars"),
                row.getString("lifted"),
                row.getString("opened_by"),
                instant(row, "opened_at"),
                reviewer == null
                        ? null
                        : new BrokenGlass.Review(
                                row.getBoolean("justified"),
                                row.getString("assessment"),
                                reviewer,
                                instant(row, "reviewed_at")));
    }
}
