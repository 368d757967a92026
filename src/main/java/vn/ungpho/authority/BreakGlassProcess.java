package vn.ungpho.authority;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Answers;
import vn.ungpho.incident.IncidentService;

/**
 * Begins the review of broken glass: a process of its own beside the incident's, so that nothing that ends the incident
 * ends the review.
 */
@Component
class BreakGlassProcess {

    private static final String KEY = "review-break-glass";

    private final RuntimeService runtime;
    private final IncidentService incidents;
    private final Acting acting;

    BreakGlassProcess(RuntimeService runtime, IncidentService incidents, Acting acting) {
        this.runtime = runtime;
        this.incidents = incidents;
        this.acting = acting;
    }

    void review(BrokenGlass glass) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(Answers.PART, glass.id().toString());
        variables.put(Answers.LEVEL, incidents.get(glass.number()).level());
        acting.asApplication(() -> runtime.startProcessInstanceByKey(KEY, glass.number(), variables));
    }
}
