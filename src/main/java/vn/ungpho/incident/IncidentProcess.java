package vn.ungpho.incident;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.ProcessMessages;

/** What the application tells the corridor. */
@Component
class IncidentProcess {

    static final String KEY = "incident-escalation";

    private static final String SIGNAL_ATTACHED = "signalAttached";
    private static final String INCIDENT_WITHDRAWN = "incidentWithdrawn";
    private static final String QUIET_TIME_OVER = "quietTimeOver";

    private final FormService forms;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final ProcessMessages messages;
    private final Acting acting;

    IncidentProcess(
            FormService forms,
            RepositoryService repository,
            RuntimeService runtime,
            ManagementService management,
            ProcessMessages messages,
            Acting acting) {
        this.forms = forms;
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
        this.messages = messages;
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

    /** Where the corridor waits for quiet, it waits longer. */
    void signalAttached(String number, Instant quietUntil) {
        postponeQuiet(number, quietUntil);
        messages.tell(SIGNAL_ATTACHED, number);
    }

    private void postponeQuiet(String number, Instant until) {
        acting.asApplication(() -> {
            List<ProcessInstance> corridor = runtime.createProcessInstanceQuery()
                    .processDefinitionKey(KEY)
                    .processInstanceBusinessKey(number)
                    .list();
            corridor.stream()
                    .flatMap(
                            process -> management
                                    .createJobQuery()
                                    .processInstanceId(process.getId())
                                    .activityId(QUIET_TIME_OVER)
                                    .list()
                                    .stream())
                    .forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(until)));
            return corridor.size();
        });
    }

    void withdrawn(String number) {
        messages.tell(INCIDENT_WITHDRAWN, number);
    }
}
