package vn.ungpho.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.AuditTrail;

/** Records and tells that nobody of the named groups can do a task, and who gets it instead. */
@Component
class Upward {

    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Upward(AuditTrail audit, ApplicationEventPublisher events) {
        this.audit = audit;
        this.events = events;
    }

    void passed(TaskFile file, Candidates.Found found, Integer level) {
        Map<String, Object> facts = new LinkedHashMap<>(TaskFiles.facts(file));
        facts.put("from", found.named());
        facts.put("to", found.joining());
        if (found.joining() != null) {
            audit.append(file.number(), Actor.process(), "TASK_PASSED_UPWARD", facts);
        } else {
            audit.append(file.number(), Actor.process(), "TASK_WITHOUT_ANYBODY", facts);
        }
        events.publishEvent(new TaskPassedUpward(file, found.named(), found.joining(), level));
    }
}
