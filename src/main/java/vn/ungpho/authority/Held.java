package vn.ungpho.authority;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.ungpho.engine.OpenTasks;

/**
 * Who holds a task after an act.
 *
 * @param id of the task
 * @param number of the incident
 * @param assignee account; null while its groups may take it
 */
public record Held(String id, String number, String assignee) {

    /** What the record keeps of every such act. */
    static Map<String, Object> facts(OpenTasks.Open open, String reason) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("task", open.task().key());
        facts.put("taskId", open.task().id());
        facts.put("name", open.task().name());
        facts.put("from", open.task().assignee());
        facts.put("reason", reason);
        return facts;
    }
}
