package vn.ungpho.proposal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.OpenTasks;
import vn.ungpho.engine.ProcessMessages;
import vn.ungpho.engine.TaskGroups;
import vn.ungpho.incident.LevelChanged;

/** What the application tells a running proposal. */
@Component
class ProposalProcess {

    private static final String PROPOSAL_WITHDRAWN = "proposalWithdrawn";

    private final Proposals proposals;
    private final RulingService rulings;
    private final OpenTasks openTasks;
    private final TaskGroups taskGroups;
    private final ProcessMessages messages;

    ProposalProcess(
            Proposals proposals,
            RulingService rulings,
            OpenTasks openTasks,
            TaskGroups taskGroups,
            ProcessMessages messages) {
        this.proposals = proposals;
        this.rulings = rulings;
        this.openTasks = openTasks;
        this.taskGroups = taskGroups;
        this.messages = messages;
    }

    void withdrawn(String number) {
        messages.tell(PROPOSAL_WITHDRAWN, number);
    }

    /** Whoever drafts anew reads the order as it was corrected. */
    void corrected(String number) {
        openTasks.refreshDossiers(number, "draftProposal"::equals);
    }

    /** A new assessment may have made the owner the subject: then somebody else, too, records the decision. */
    @EventListener
    void on(LevelChanged changed) {
        proposals
                .runningOf(changed.number())
                .ifPresent(running -> openTasks.of(changed.number()).stream()
                        .filter(open -> open.task().key().equals(RulingService.DESK))
                        .forEach(open -> rulings.recorderGroups(running.processInstanceId()).stream()
                                .filter(group -> !open.groups().contains(group))
                                .forEach(group -> taskGroups.widen(open.task(), group))));
    }
}
