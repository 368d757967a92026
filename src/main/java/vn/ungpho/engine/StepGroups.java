package vn.ungpho.engine;

import java.util.List;
import java.util.Map;

/**
 * Asked by the readiness check: to whom a step can come today whose candidate groups the diagram leaves to the
 * application, by what is preset and by what is running.
 */
public interface StepGroups {

    /** By the task's id in the diagram: all choices, each with the groups that would have the task together. */
    Map<String, List<List<String>>> byTask();
}
