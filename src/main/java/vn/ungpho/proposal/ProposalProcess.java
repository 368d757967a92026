package vn.ungpho.proposal;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Acting;
import vn.ungpho.input.Refusal;

/** What the application tells a running proposal. */
@Component
class ProposalProcess {

    private static final String PROPOSAL_WITHDRAWN = "proposalWithdrawn";

    private final RuntimeService runtime;
    private final Acting acting;

    ProposalProcess(RuntimeService runtime, Acting acting) {
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
}
