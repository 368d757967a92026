package vn.ungpho.engine;

import java.util.Collection;
import java.util.Optional;
import vn.ungpho.audit.Actor;
import vn.ungpho.input.Refusal;

/** Asked by the guard whether what somebody has done before forbids the next step: separation of duties. */
public interface Separation {

    /** @param persons the one who acts, and the one in whose place */
    Optional<Refusal> bars(TaskFile task, Collection<String> persons);

    /**
     * The task has been completed.
     *
     * @param via who stands between where the power was passed on, else null
     */
    void done(TaskFile task, Actor by, String via);
}
