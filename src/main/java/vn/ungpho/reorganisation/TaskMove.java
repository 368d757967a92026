package vn.ungpho.reorganisation;

import java.time.LocalDate;
import java.util.List;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.organisation.Unit;

/**
 * An open task that changes hands since its unit ends.
 *
 * @param from the unit that ends
 * @param to the unit that takes over in the end
 * @param day from which the task is the other unit's
 */
public record TaskMove(TaskFile task, Unit from, Unit to, LocalDate day) {

    /** @param line the unit and those that take over from it, one after the other */
    static TaskMove along(TaskFile task, List<Unit> line) {
        return new TaskMove(
                task,
                line.get(0),
                line.get(line.size() - 1),
                line.get(0).validTo().plusDays(1));
    }

    boolean changesHands() {
        return !from.code().equals(to.code());
    }
}
