package vn.ungpho.engine;

import java.util.Collection;
import java.util.Optional;
import vn.ungpho.audit.Actor;
import vn.ungpho.input.Refusal;

/** Asked by the guard whether what somebody has done before forbids the next step: separation of duties. */
public interface Separation {

    /** @param persons the one who acts, the one in whose place, and who stands between */
    Optional<Refusal> bars(TaskFile task, Collection<String> persons);

    /** The task has been completed. */
    void done(TaskFile task, Actor by);
}
