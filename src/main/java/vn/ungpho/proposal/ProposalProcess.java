package vn.ungpho.proposal;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.OpenTasks;
import vn.ungpho.incident.LevelChanged;
import vn.ungpho.input.Refusal;

/** What the application tells a running proposal. */
@Component
class ProposalProcess {

    private static final String PROPOSAL_WITHDRAWN = "proposalWithdrawn";

    private final Proposals proposals;
    private final RulingService rulings;
    private final OpenTasks openTasks;
    private final RuntimeService runtime;
    private final Acting acting;

    ProposalProcess(
            Proposals proposals, RulingService rulings, OpenTasks openTasks, RuntimeService runtime, Acting acting) {
        this.proposals = proposals;
        this.rulings = rulings;
        this.openTasks = openTasks;
        this.runtime = runtime;
        this.acting = acting;
    }

    /** A running proposal listens; if none does, somebody was faster and nothing may be kept. */
    void withdrawn(String number) {
        boolean heard = acting.asApplication(() -> !runtime.createMessageCorrelation(PROPOSAL_WITHDRAWN)
                .processInstanceBusinessKey(number)
                .correlateAllWithResult()
                .isEmpty());
        if (!heard) {
            throw Refusal.conflict("refused.race");
        }
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
                                .forEach(group -> openTasks.widen(open.task(), group))));
    }
}
