package vn.ungpho.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which open tasks deputies see, and which they could. */
@Repository
class ShownTasks {

    private final JdbcClient jdbc;

    ShownTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param named whose it was by name when it was shown, or null */
    record Shown(String task, String deputy, String number, String named) {}

    /** @param groups those who may work on it */
    record Open(String id, String name, String process, String assignee, Instant due, Set<String> groups) {

        Open {
            groups = Set.copyOf(groups);
        }
    }

    /** @return whether it is new */
    boolean add(Shown shown) {
        return jdbc.sql("""
                        INSERT INTO shown_task (task, deputy, number, named) VALUES (:task, :deputy, :number, :named)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("task", shown.task())
                        .param("deputy", shown.deputy())
                        .param("number", shown.number())
                        .param("named", shown.named())
                        .update()
                == 1;
    }

    void remove(Shown shown) {
        jdbc.sql("DELETE FROM shown_task WHERE task = :task AND deputy = :deputy")
                .param("task", shown.task())
                .param("deputy", shown.deputy())
                .update();
    }

    /** Tasks end; nobody sees them any more. */
    void forgetEnded(String deputy) {
        jdbc.sql("""
                        DELETE FROM shown_task s WHERE s.deputy = :deputy
                            AND NOT EXISTS (SELECT 1 FROM act_ru_task t WHERE t.id_ = s.task)
                        """).param("deputy", deputy).update();
    }

    List<Shown> of(String number) {
        return jdbc.sql("SELECT * FROM shown_task WHERE number = :number")
                .param("number", number)
                .query(ShownTasks::shown)
                .list();
    }

    List<Shown> to(String deputy) {
        return jdbc.sql("SELECT * FROM shown_task WHERE deputy = :deputy")
                .param("deputy", deputy)
                .query(ShownTasks::shown)
                .list();
    }

    /** Everybody to whom something is shown. */
    List<String> deputies() {
        return jdbc.sql("SELECT DISTINCT deputy FROM shown_task")
                .query(String.class)
                .list();
    }

    /** All groups that have something to do. */
    List<String> groupsWithTasks() {
        return jdbc.sql("""
                        SELECT DISTINCT group_id_ FROM act_ru_identitylink
                        WHERE type_ = 'candidate' AND group_id_ IS NOT NULL
                        """).query(String.class).list();
    }

    /** The open tasks of an incident, over all its processes. */
    List<Open> open(String number) {
        return jdbc.sql("""
                        SELECT t.id_, t.name_, d.key_, t.assignee_, t.due_date_,
                            coalesce(array_agg(l.group_id_) FILTER (WHERE l.group_id_ IS NOT NULL), '{}') AS groups
                        FROM act_ru_execution e
                        JOIN act_ru_task t ON t.proc_inst_id_ = e.id_
                        JOIN act_re_procdef d ON d.id_ = t.proc_def_id_
                        LEFT JOIN act_ru_identitylink l ON l.task_id_ = t.id_ AND l.type_ = 'candidate'
                        WHERE e.business_key_ = :number
                        GROUP BY t.id_, t.name_, d.key_, t.assignee_, t.due_date_
                        """).param("number", number).query(ShownTasks::open).list();
    }

    /** Over all incidents: the numbers of those in which one of the groups may work on a task now. */
    List<Shown> reached(String deputy, Held held, Collection<String> groups) {
        Power power = held.power();
        Power first = held.first() == null ? power : held.first();
        return jdbc.sql("""
                        SELECT t.id_ AS task, :deputy AS deputy, e.business_key_ AS number, NULL AS named
                        FROM act_ru_task t
                        JOIN act_re_procdef d ON d.id_ = t.proc_def_id_
                        JOIN act_ru_execution e ON e.id_ = t.proc_inst_id_
                        LEFT JOIN incident i ON i.number = e.business_key_
                        WHERE coalesce(i.level, 4) <= :level
                            AND (:processes = '' OR d.key_ = ANY (string_to_array(:processes, ',')))
                            AND EXISTS (SELECT 1 FROM act_ru_identitylink l WHERE l.task_id_ = t.id_
                                AND l.type_ = 'candidate' AND l.group_id_ IN (:groups))
                        """)
                .param("deputy", deputy)
                .param("level", Math.min(power.highestLevel(), first.highestLevel()))
                .param("processes", String.join(",", power.processes()))
                .param("groups", groups)
                .query(ShownTasks::shown)
                .list();
    }

    /** Null while it is not known, and where the number is no incident's. */
    Integer levelOf(String number) {
        return jdbc
                .sql("SELECT level FROM incident WHERE number = :number")
                .param("number", number)
                .query((row, line) -> row.getObject("level", Integer.class))
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static Shown shown(ResultSet row, int line) throws SQLException {
        return new Shown(
                row.getString("task"), row.getString("deputy"), row.getString("number"), row.getString("named"));
    }

    private static Open open(ResultSet row, int line) throws SQLException {
        // The engine writes times without a zone, in that of this process.
        Timestamp due = row.getTimestamp("due_date_");
        return new Open(
                row.getString("id_"),
                row.getString("name_"),
                row.getString("key_"),
                row.getString("assignee_"),
                due == null ? null : due.toInstant(),
                Set.copyOf(Arrays.asList((String[]) row.getArray("groups").getArray())));
    }
}
