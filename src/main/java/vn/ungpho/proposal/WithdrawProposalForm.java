package vn.ungpho.proposal;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.engine.Caller;
import vn.ungpho.incident.DirectorsReason;
import vn.ungpho.input.Refusal;

/** The press director withdraws the running proposal: the crisis is over before the signature, or another body leads. */
@Service
public class WithdrawProposalForm {

    /** Key of the process that is withdrawn. */
    private static final String PROCESS = "propose-task-force";

    private final ProposalService service;
    private final ProposalProcess process;
    private final DirectorsReason reasons;

    WithdrawProposalForm(ProposalService service, ProposalProcess process, DirectorsReason reasons) {
        this.service = service;
        this.process = process;
        this.reasons = reasons;
    }

    /** @throws Refusal 403 for other roles, 404 unknown number, 409 after the end or if no proposal runs */
    @Transactional
    public void withdraw(String number, Map<String, Object> fields, Caller caller) {
        reasons.act(number, PROCESS, fields, caller, reason -> {
            service.withdraw(number, reason);
            process.withdrawn(number);
        });
    }
}
