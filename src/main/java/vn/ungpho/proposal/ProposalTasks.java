package vn.ungpho.proposal;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.ungpho.engine.Answers;
import vn.ungpho.engine.ProcessBean;

/** What the diagrams ask of a proposal. */
@ProcessBean("proposalTasks")
public class ProposalTasks {

    private final ProposalService service;
    private final OpinionService opinions;
    private final RulingService rulings;

    ProposalTasks(ProposalService service, OpinionService opinions, RulingService rulings) {
        this.service = service;
        this.opinions = opinions;
        this.rulings = rulings;
    }

    public void open(DelegateExecution execution) {
        service.open(execution.getProcessInstanceId(), execution.getProcessBusinessKey());
    }

    /** Codes: one opinion is asked of each. */
    public List<String> consultedUnits(DelegateExecution execution) {
        return opinions.consultedUnits(execution.getProcessInstanceId());
    }

    public String opinionGroup(DelegateExecution execution) {
        return opinions.groupOf(part(execution));
    }

    public void recordNoReply(DelegateExecution execution) {
        opinions.noReply(execution.getProcessInstanceId(), part(execution));
    }

    /** Comma-separated, as the engine reads candidate groups. */
    public String recorderGroups(DelegateExecution execution) {
        return String.join(",", rulings.recorderGroups(execution.getProcessInstanceId()));
    }

    public boolean isRunning(DelegateExecution execution) {
        return service.isRunning(execution.getProcessBusinessKey());
    }

    public boolean isMissing(DelegateExecution execution) {
        return !isRunning(execution);
    }

    private static String part(DelegateExecution execution) {
        return (String) execution.getVariable(Answers.PART);
    }
}
