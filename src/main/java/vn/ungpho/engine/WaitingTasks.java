package vn.ungpho.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open tasks of all incidents at once, each question in one statement. */
@Component
public class WaitingTasks {

    /** What a task sees of its process is what the tokens above it know. */
    private static final String SEEN = """
            WITH RECURSIVE token AS (
                SELECT task.id_ AS task, execution.id_, execution.parent_id_, 0 AS above
                FROM act_ru_task task JOIN act_ru_execution execution ON execution.id_ = task.execution_id_
                UNION ALL
                SELECT token.task, execution.id_, execution.parent_id_, token.above + 1
                FROM token JOIN act_ru_execution execution ON execution.id_ = token.parent_id_
            ), seen AS (
                SELECT DISTINCT ON (token.task, variable.name_) token.task, variable.name_, variable.text_
                FROM token JOIN act_ru_variable variable ON variable.execution_id_ = token.id_
                WHERE variable.name_ IN (:part, :route) AND variable.task_id_ IS NULL
                ORDER BY token.task, variable.name_, token.above
            )
            """;

    private final JdbcClient jdbc;

    WaitingTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param group one of those who may work on it: a task with several is there several times */
    public record Waiting(TaskFile task, String group) {}

    /** @param prefix with which the ids of the groups begin */
    public List<Waiting> ofGroups(String prefix) {
        return jdbc.sql(SEEN + """
                        SELECT task.*, definition.key_ AS process, process.business_key_ AS number,
                            link.group_id_ AS waiting, part.text_ AS part
                        FROM act_ru_identitylink link
                        JOIN act_ru_task task ON task.id_ = link.task_id_
                        JOIN act_re_procdef definition ON definition.id_ = task.proc_def_id_
                        JOIN act_ru_execution process ON process.id_ = task.proc_inst_id_
                        LEFT JOIN seen part ON part.task = task.id_ AND part.name_ = :part
                        WHERE link.type_ = 'candidate' AND starts_with(link.group_id_, :prefix)
                            AND process.business_key_ IS NOT NULL
                        ORDER BY process.business_key_, task.create_time_, task.id_, link.group_id_
                        """)
                .param("prefix", prefix)
                .param("part", Answers.PART)
                .param("route", Answers.ROUTE)
                .query((row, line) -> new Waiting(task(row), row.getString("waiting")))
                .list();
    }

    /** @param route of its process, or null */
    public record Routed(TaskFile task, String route) {}

    /** By incident, then as they were created. */
    public List<Routed> all() {
        return jdbc.sql(SEEN + """
                        SELECT task.*, definition.key_ AS process, process.business_key_ AS number,
                            part.text_ AS part, route.text_ AS route
                        FROM act_ru_task task
                        JOIN act_re_procdef definition ON definition.id_ = task.proc_def_id_
                        JOIN act_ru_execution process ON process.id_ = task.proc_inst_id_
                        LEFT JOIN seen part ON part.task = task.id_ AND part.name_ = :part
                        LEFT JOIN seen route ON route.task = task.id_ AND route.name_ = :route
                        WHERE process.business_key_ IS NOT NULL
                        ORDER BY process.business_key_, task.create_time_, task.id_
                        """)
                .param("part", Answers.PART)
                .param("route", Answers.ROUTE)
                .query((row, line) -> new Routed(task(row), row.getString("route")))
                .list();
    }

    private static TaskFile task(ResultSet row) throws SQLException {
        return new TaskFile(
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
                row.getString("assignee_"));
    }

    /** The engine writes times of the machine's zone. */
    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
