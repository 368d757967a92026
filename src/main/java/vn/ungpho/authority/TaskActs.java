package vn.ungpho.authority;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ungpho.audit.Actor;
import vn.ungpho.engine.TaskFile;

/** The table of rules, and who completed which task. */
@Repository
class TaskActs {

    private final JdbcClient jdbc;

    TaskActs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was done last of a task that a rule holds apart from another. @param onBehalfOf null for nobody, as {@code via} */
    record Earlier(SeparationRule rule, String person, String onBehalfOf, String via, Instant at) {

        Stream<String> persons() {
            return Stream.of(person, onBehalfOf, via).filter(someone -> someone != null);
        }
    }

    List<SeparationRule> rules() {
        return jdbc.sql("SELECT * FROM separation_rule ORDER BY earlier_task, later_task")
                .query((row, line) -> new SeparationRule(
                        row.getString("earlier_task"), row.getString("later_task"), row.getString("message")))
                .list();
    }

    /** In one statement, whatever the number of rules: it is asked at every claim and completion. */
    List<Earlier> before(TaskFile task) {
        return jdbc.sql("""
                        SELECT rule.*, latest.* FROM separation_rule rule
                        JOIN LATERAL (SELECT act.person, act.on_behalf_of, act.via, act.done_at FROM task_act act
                                      WHERE act.process_instance_id = :process AND act.task = rule.earlier_task
                                      ORDER BY act.act DESC LIMIT 1) latest ON true
                        WHERE rule.later_task = :task ORDER BY rule.earlier_task
                        """)
                .param("process", task.processInstanceId())
                .param("task", task.key())
                .query((row, line) -> new Earlier(
                        new SeparationRule(
                                row.getString("earlier_task"), row.getString("later_task"), row.getString("message")),
                        row.getString("person"),
                        row.getString("on_behalf_of"),
                        row.getString("via"),
                        instant(row, "done_at")))
                .list();
    }

    void add(TaskFile task, Actor by, Instant at) {
        jdbc.sql("""
                        INSERT INTO task_act (task_id, number, process_instance_id, part, task, person, on_behalf_of, via,
                            done_at)
                        VALUES (:id, :number, :process, :part, :task, :person, :principal, :via, :at)
                        """)
                .param("id", task.id())
                .param("number", task.number())
                .param("process", task.processInstanceId())
                .param("part", task.part())
                .param("task", task.key())
                .param("person", by.id())
                .param("principal", by.onBehalfOf())
                .param("via", by.via())
                .param("at", utc(at))
                .update();
    }
}
