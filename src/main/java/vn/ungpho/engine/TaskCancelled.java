package vn.ungpho.engine;

import java.util.List;

/** An open task was taken back by the process. @param reason a text of a person or a coded value; may be empty */
public record TaskCancelled(TaskFile task, List<String> groups, Integer level, String reason) {

    public TaskCancelled {
        groups = List.copyOf(groups);
    }
}
