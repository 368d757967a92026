package vn.ungpho.engine;

import java.util.List;

/**
 * A task waits for somebody. Published in the transaction that opens it.
 *
 * @param passed why those above have it, too; null where nobody above has it
 */
public record TaskOpened(TaskFile task, List<String> groups, Integer level, TaskPassedUpward passed) {

    public TaskOpened {
        groups = List.copyOf(groups);
    }
}
