package vn.ungpho.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ungpho.input.Entered;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;

/** What a feature brings for one user task of a diagram. The guard calls it; nothing else does. */
public interface UserTask {

    /** The id of the task in the diagram. */
    String key();

    /** The fields of its form: these and no others are taken. */
    InputForm form();

    /** The task is about to wait for somebody. */
    default void opened(TaskFile task) {}

    /**
     * What the form shows above the decision, and what is filled in before. Becomes local variables of the task, so
     * plain values only, texts of at most 4,000 characters.
     */
    Map<String, Object> dossier(TaskFile task);

    /** Shown in addition once this person has claimed the task: what depends on who reads it. */
    default Map<String, Object> claimed(TaskFile task, Caller caller) {
        return Map.of();
    }

    /**
     * The feature's service does its part. Runs in the transaction in which the engine then completes the task.
     *
     * @return the answers that gateways read; nothing else reaches the process
     * @throws Refusal if a rule of the feature is not met
     */
    Map<String, Object> complete(TaskFile task, Entered entered);

    /** Answers of an earlier round that nobody may inherit; cleared before the task opens. */
    default Set<String> clears() {
        return Set.of();
    }

    /** Whether the press officers join where the named group has nobody today: not where authority itself is exercised. */
    default boolean takesStandIn() {
        return true;
    }

    /** Whether the diagram takes the task back when its time is up. */
    default boolean endsWithItsTime() {
        return false;
    }

    /** Why this person may not work on the task although the group may; asked at claim and at completion. */
    default Optional<Refusal> bars(TaskFile task, Caller caller) {
        return Optional.empty();
    }
}
