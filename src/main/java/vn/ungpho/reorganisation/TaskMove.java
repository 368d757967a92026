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
 * @param day on which it goes
 * @param since the day on which the unit that gets it has taken over: its code means that unit from then on
 */
public record TaskMove(TaskFile task, Unit from, Unit to, LocalDate day, LocalDate since) {

    /**
     * @param line the unit and those that take over from it, one after the other
     * @param today what should have gone before goes now
     */
    static TaskMove along(TaskFile task, List<Unit> line, LocalDate today) {
        LocalDate ended = line.get(0).validTo().plusDays(1);
        return new TaskMove(
                task,
                line.get(0),
                line.get(line.size() - 1),
                ended.isBefore(today) ? today : ended,
                line.get(line.size() - 2).validTo().plusDays(1));
    }

    boolean changesHands() {
        return !from.code().equals(to.code());
    }
}
