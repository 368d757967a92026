package vn.ungpho.readiness;

import java.time.Instant;
import java.util.List;

/**
 * A step that is not manned as it should be.
 *
 * @param process key of the process
 * @param task id in the diagram
 * @param groups those who would have the task together
 * @param persons names of those whom it is about; empty where there is nobody
 * @param since when a check found it first
 */
public record Hole(
        HoleKind kind,
        String process,
        String processName,
        String task,
        String taskName,
        List<String> groups,
        String groupNames,
        String persons,
        Instant since) {

    public Hole {
        groups = List.copyOf(groups);
    }

    boolean isSameAs(Hole other) {
        return kind == other.kind
                && process.equals(other.process)
                && task.equals(other.task)
                && groups.equals(other.groups);
    }
}
