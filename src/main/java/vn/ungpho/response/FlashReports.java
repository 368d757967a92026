package vn.ungpho.response;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.engine.ProcessBean;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.notification.Notice;
import vn.ungpho.notification.Notices;
import vn.ungpho.organisation.Role;

/** Báo cáo nhanh: tells the Ministry's leadership as soon as the Ministry takes the lead. */
@ProcessBean("flashReports")
public class FlashReports {

    private final IncidentService incidents;
    private final Notices notices;
    private final AuditTrail audit;

    FlashReports(IncidentService incidents, Notices notices, AuditTrail audit) {
        this.incidents = incidents;
        this.notices = notices;
        this.audit = audit;
    }

    public void send(DelegateExecution execution) {
        Incident incident = incidents.get(execution.getProcessBusinessKey());
        notices.toGroups(
                new Notice(
                        "flash_report_to_leadership",
                        incident.number(),
                        incident.level(),
                        incident.report().title(),
                        Map.of(),
                        "flash:" + execution.getId()),
                List.of(Role.MINISTRY_LEADER.group()));
        audit.append(incident.number(), "FLASH_REPORT_SENT", Map.of("to", Role.MINISTRY_LEADER.group()));
    }
}
