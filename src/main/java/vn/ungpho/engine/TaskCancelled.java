package vn.ungpho.engine;

import java.util.List;

/** An open task was taken back by the process, for example since the incident was withdrawn. */
public record TaskCancelled(TaskFile task, List<String> groups, Integer level) {

    public TaskCancelled {
        groups = List.copyOf(groups);
    }
}
