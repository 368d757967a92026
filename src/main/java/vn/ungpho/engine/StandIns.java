package vn.ungpho.engine;

import java.util.Collection;
import java.util.List;

/** Asked by the guard who may work on a task in somebody else's place, at this moment. */
public interface StandIns {

    /**
     * @param groups those who may work on the task
     * @return in whose place the person may work on it, the closest first; empty: in nobody's
     */
    List<Representation> of(TaskFile task, Collection<String> groups, Caller caller);

    /**
     * The same for an act outside tasks.
     *
     * @param number of the incident
     * @param process key of the process that the act belongs to
     */
    List<Place> of(String number, String process, Caller caller);

    /** @param as the principal, with the groups of both: what bars the one bars the other */
    record Place(Representation representation, Caller as) {}

    /** The person is at a door: what began or ended for them since the last time holds before anything is read. */
    void arrives(String person);
}
