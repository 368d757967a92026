package vn.ungpho.engine;

import java.time.Instant;

/**
 * An open task as features and the guard see it.
 *
 * @param id the engine's id, part of the deep link
 * @param key id in the diagram
 * @param process key of the process that the task belongs to, the name of its diagram
 * @param number file number of the incident, the business key
 * @param processInstanceId the running process that the task belongs to
 * @param executionId the token that waits at it; its timers hang there
 * @param part which of several tasks with the same id, see {@link Answers#PART}; else null
 * @param due null if the task has no due time
 * @param assignee null while nobody has claimed it
 */
public record TaskFile(
        String id,
        String key,
        String name,
        String process,
        String number,
        String processInstanceId,
        String executionId,
        String part,
        Instant created,
        Instant due,
        String assignee) {

    TaskFile unclaimed() {
        return new TaskFile(id, key, name, process, number, processInstanceId, executionId, part, created, due, null);
    }
}
