package vn.ungpho.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets people and timers wait for their turn before the engine reads anything of the incident: read earlier, it would go
 * on with what somebody else ends meanwhile, or wait for that person in a circle.
 */
@Component
class InTurn {

    private static final String OF_TASK = """
            SELECT process.business_key_ FROM act_ru_task task
            JOIN act_ru_execution process ON process.id_ = task.proc_inst_id_ WHERE task.id_ = :id
            """;

    private static final String OF_JOB = """
            SELECT process.business_key_ FROM act_ru_job job
            JOIN act_ru_execution process ON process.id_ = job.process_instance_id_ WHERE job.id_ = :id
            """;

    private final JdbcClient jdbc;
    private final Turns turns;

    InTurn(JdbcClient jdbc, Turns turns) {
        this.jdbc = jdbc;
        this.turns = turns;
    }

    void ofTask(String id) {
        take(OF_TASK, id);
    }

    void ofJob(String id) {
        take(OF_JOB, id);
    }

    private void take(String number, String id) {
        jdbc.sql(number).param("id", id).query(String.class).optional().ifPresent(turns::take);
    }
}
