package vn.ungpho.incident;

import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Acting;

/** What the application tells the corridor. */
@Component
class IncidentProcess {

    static final String KEY = "incident-escalation";

    private static final String SIGNAL_ATTACHED = "signalAttached";
    private static final String INCIDENT_WITHDRAWN = "incidentWithdrawn";

    private final FormService forms;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Acting acting;

    IncidentProcess(FormService forms, RepositoryService repository, RuntimeService runtime, Acting acting) {
        this.forms = forms;
        this.repository = repository;
        this.runtime = runtime;
        this.acting = acting;
    }

    /** Submits the start form as the signed-in person: the same way as from Tasklist, through the same guard. */
    String reported(Map<String, Object> fields) {
        String latest = acting.asApplication(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .latestVersion()
                .singleResult()
                .getId());
        return forms.submitStartForm(latest, fields).getBusinessKey();
    }

    /** True if the corridor listens: it does until its last task is done. */
    boolean signalAttached(String number) {
        return tell(SIGNAL_ATTACHED, number);
    }

    boolean withdrawn(String number) {
        return tell(INCIDENT_WITHDRAWN, number);
    }

    private boolean tell(String message, String number) {
        return acting.asApplication(() -> !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number)
                .correlateAllWithResult()
                .isEmpty());
    }
}
