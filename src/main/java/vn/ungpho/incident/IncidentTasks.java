package vn.ungpho.incident;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.ungpho.engine.ProcessBean;

/** What the corridor asks of the incident. */
@ProcessBean("incidentTasks")
public class IncidentTasks {

    private final IncidentService incidents;

    IncidentTasks(IncidentService incidents) {
        this.incidents = incidents;
    }

    public Date quietUntil(DelegateExecution execution) {
        return Date.from(incidents.quietUntil(execution.getProcessBusinessKey()));
    }

    /** Whether anything was done that can be learned from. */
    public boolean needsReview(DelegateExecution execution) {
        Route inForce = incidents.get(execution.getProcessBusinessKey()).route();
        return inForce != null && inForce.needsResponse();
    }

    public void closeQuietly(DelegateExecution execution) {
        incidents.close(execution.getProcessBusinessKey(), Incident.Closing.QUIET, null);
    }

    public void closeAsNotAnIncident(DelegateExecution execution) {
        incidents.close(execution.getProcessBusinessKey(), Incident.Closing.NOT_AN_INCIDENT, null);
    }
}
