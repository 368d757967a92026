package vn.ungpho.engine;

import java.util.List;

/** A task waits for somebody. Published in the transaction that opens it. */
public record TaskOpened(TaskFile task, List<String> groups, Integer level) {

    public TaskOpened {
        groups = List.copyOf(groups);
    }
}
