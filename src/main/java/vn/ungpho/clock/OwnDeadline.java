package vn.ungpho.clock;

import java.time.Instant;
import java.util.Optional;

/** A feature that knows better than the table of levels when one of its tasks is due. */
public interface OwnDeadline {

    /** The id of the task in the diagram. */
    String task();

    /**
     * @param part which of several tasks with the same id, or null
     * @param created when the task opened
     * @param targets the lengths by which to count: those that hold, or those that somebody would like to see in force
     * @return empty where the table of levels holds
     */
    Optional<Instant> due(String processInstanceId, String part, Instant created, Targets targets);
}
