package vn.ungpho.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which open tasks wait for the groups of units, over all incidents, in one statement. */
@Component
public class WaitingTasks {

    private final JdbcClient jdbc;

    WaitingTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param group one of those who may work on it: a task with several is there several times */
    public record Waiting(TaskFile task, String group) {}

    /** @param prefix with which the ids of the groups begin */
    public List<Waiting> ofGroups(String prefix) {
        return jdbc.sql("""
                        SELECT task.*, definition.key_ AS process, process.business_key_ AS number,
                            link.group_id_ AS waiting, part.text_ AS part
                        FROM act_ru_identitylink link
                        JOIN act_ru_task task ON task.id_ = link.task_id_
                        JOIN act_re_procdef definition ON definition.id_ = task.proc_def_id_
                        JOIN act_ru_execution process ON process.id_ = task.proc_inst_id_
                        LEFT JOIN LATERAL (
                            WITH RECURSIVE scope (id, parent, distance) AS (
                                SELECT id_, parent_id_, 0 FROM act_ru_execution WHERE id_ = task.execution_id_
                                UNION ALL
                                SELECT id_, parent_id_, distance + 1 FROM act_ru_execution JOIN scope ON id_ = parent)
                            SELECT text_ FROM scope JOIN act_ru_variable ON execution_id_ = id AND name_ = :part
                            ORDER BY distance LIMIT 1) part ON true
                        WHERE link.type_ = 'candidate' AND starts_with(link.group_id_, :prefix)
                            AND process.business_key_ IS NOT NULL
                        ORDER BY process.business_key_, task.create_time_, task.id_, link.group_id_
                        """)
                .param("prefix", prefix)
                .param("part", Answers.PART)
                .query(WaitingTasks::waiting)
                .list();
    }

    private static Waiting waiting(ResultSet row, int line) throws SQLException {
        return new Waiting(
                new TaskFile(
                        row.getString("id_"),
                        row.getString("task_def_key_"),
                        row.getString("name_"),
                        row.getString("process"),
                        row.getString("number"),
                        row.getString("proc_inst_id_"),
                        row.getString("execution_id_"),
                        row.getString("part"),
                        instant(row.getTimestamp("create_time_")),
                        instant(row.getTimestamp("due_date_")),
                        row.getString("assignee_")),
                row.getString("waiting"));
    }

    /** The engine writes times of the machine's zone. */
    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
