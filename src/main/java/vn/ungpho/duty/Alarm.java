package vn.ungpho.duty;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An opened task of which somebody on duty was told.
 *
 * @param task the engine's id; {@code taskKey} is its id in the diagram
 * @param groups those who may work on it
 * @param level null for not yet known
 * @param step how often it has been passed on
 * @param nextAt when it is passed on; null where everybody has been called, or nobody need be any more
 * @param endedBy who acknowledged, else null
 */
public record Alarm(
        UUID id,
        String number,
        String task,
        String taskKey,
        String taskName,
        List<String> groups,
        Integer level,
        Instant raisedAt,
        int step,
        Instant nextAt,
        State state,
        Instant endedAt,
        String endedBy) {

    public enum State {
        OPEN,
        ACKNOWLEDGED,
        /** The task went away before anybody acknowledged. */
        ENDED
    }

    public Alarm {
        groups = List.copyOf(groups);
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("alarm", id.toString());
        facts.put("task", taskKey);
        facts.put("taskId", task);
        facts.put("name", taskName);
        return facts;
    }
}
