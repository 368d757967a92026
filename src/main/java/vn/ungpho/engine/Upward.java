package vn.ungpho.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.AuditLog;
import vn.ungpho.audit.AuditTrail;

/** Records and tells that nobody of the named groups can do a task, and who gets it instead. */
@Component
class Upward {

    private static final String FOR_NOBODY = "TASK_WITHOUT_ANYBODY";

    private final AuditTrail audit;
    private final AuditLog log;
    private final ApplicationEventPublisher events;

    Upward(AuditTrail audit, AuditLog log, ApplicationEventPublisher events) {
        this.audit = audit;
        this.log = log;
        this.events = events;
    }

    boolean isKnownToBeForNobody(TaskFile file) {
        return log.of(file.number()).stream()
                .anyMatch(event ->
                        event.kind().equals(FOR_NOBODY) && event.facts().contains(file.id()));
    }

    /** Others of the same height stand in from now on. */
    void stoodIn(TaskFile file, Candidates.Found found) {
        audit.append(file.number(), Actor.process(), "TASK_STOOD_IN", facts(file, found));
    }

    TaskPassedUpward passed(TaskFile file, Candidates.Found found, Integer level) {
        Map<String, Object> facts = facts(file, found);
        if (found.joining() != null) {
            audit.append(file.number(), Actor.process(), "TASK_PASSED_UPWARD", facts);
        } else {
            audit.append(file.number(), Actor.process(), FOR_NOBODY, facts);
        }
        TaskPassedUpward passed = new TaskPassedUpward(file, found.named(), found.joining(), level);
        events.publishEvent(passed);
        return passed;
    }

    private static Map<String, Object> facts(TaskFile file, Candidates.Found found) {
        Map<String, Object> facts = new LinkedHashMap<>(TaskFiles.facts(file));
        facts.put("from", found.named());
        facts.put("to", found.joining());
        return facts;
    }
}
