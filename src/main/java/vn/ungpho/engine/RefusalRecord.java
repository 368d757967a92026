package vn.ungpho.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.input.Refusal;

/**
 * Who tried what they may not: an event of the person's system stream, in a transaction of its own, since the refused act
 * is rolled back. Nothing that was entered is kept. What separation or recusal forbids is an event of the incident's own
 * record as well: it takes the head of that record only, which nobody holds but for the moment of a commit, and never the
 * incident's turn, which the refused act may still hold.
 */
@Component
class RefusalRecord {

    private static final Logger log = LoggerFactory.getLogger(RefusalRecord.class);

    /** Rather an unrecorded refusal than a person who waits. */
    private static final String NOT_FOR_LONG = "SET LOCAL lock_timeout = '2s'";

    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate alone;

    RefusalRecord(AuditTrail audit, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void note(Command<?> command, Refusal refusal, Caller caller) {
        note(facts(command, refusal), refusal, caller);
    }

    void note(Map<String, Object> facts, Refusal refusal, Caller caller) {
        try {
            alone.executeWithoutResult(status -> append(facts, refusal, Actor.person(caller.id())));
        } catch (DataAccessException | TransactionException unavailable) {
            // The person is refused all the same.
            log.warn("A refusal of {} could not be recorded: {}", caller.id(), unavailable.toString());
        }
    }

    private void append(Map<String, Object> facts, Refusal refusal, Actor actor) {
        jdbc.sql(NOT_FOR_LONG).update();
        audit.appendToSystem(actor, "REFUSED", facts);
        refusal.trace().ifPresent(trace -> {
            Map<String, Object> told = new LinkedHashMap<>(trace.facts());
            told.put("why", why(refusal.complaints().get(0)));
            audit.append(trace.incident(), actor, "ACT_REFUSED", told);
        });
    }

    /** Its code, so that it can be read in both languages. */
    private static Map<String, Object> why(Refusal.Complaint complaint) {
        return Map.of(
                "code",
                complaint.code(),
                "arguments",
                complaint.arguments().stream().map(String::valueOf).toList());
    }

    private Map<String, Object> facts(Command<?> command, Refusal refusal) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("operation", command.getClass().getSimpleName().replaceFirst("Cmd$", ""));
        facts.put("reason", refusal.complaints().get(0).code());
        taskOf(command).ifPresent(task -> {
            facts.put("taskId", task);
            facts.put("incident", numberOf(task).orElse(null));
        });
        return facts;
    }

    private static Optional<String> taskOf(Command<?> command) {
        DirectFieldAccessor fields = new DirectFieldAccessor(command);
        return fields.isReadableProperty("taskId")
                ? Optional.ofNullable((String) fields.getPropertyValue("taskId"))
                : Optional.empty();
    }

    private Optional<String> numberOf(String task) {
        return jdbc.sql("""
                        SELECT process.business_key_ FROM act_ru_task task
                        JOIN act_ru_execution process ON process.id_ = task.proc_inst_id_ WHERE task.id_ = :task
                        """).param("task", task).query(String.class).optional();
    }
}
