package vn.ungpho.incident;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Refusal;

/** The press director withdraws an incident: the only early close there is. */
@Service
public class WithdrawalForm {

    /** Key of the process that is withdrawn. */
    public static final String PROCESS = "incident-escalation";

    private final IncidentService incidents;
    private final IncidentProcess process;
    private final DirectorsReason reasons;

    WithdrawalForm(IncidentService incidents, IncidentProcess process, DirectorsReason reasons) {
        this.incidents = incidents;
        this.process = process;
        this.reasons = reasons;
    }

    /** @throws Refusal 403 for other roles, 404 unknown number, 409 after the end */
    @Transactional
    public void withdraw(String number, Map<String, Object> fields, Caller caller) {
        reasons.act(number, PROCESS, fields, caller, reason -> {
            incidents.withdraw(number, reason);
            process.withdrawn(number);
        });
    }
}
