package vn.ungpho.statement;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Answers;
import vn.ungpho.input.Refusal;

/** What the application tells the corridor of statements. */
@Component
class StatementProcess {

    private static final String STATEMENT_REQUESTED = "statementRequested";

    private final RuntimeService runtime;
    private final Acting acting;

    StatementProcess(RuntimeService runtime, Acting acting) {
        this.runtime = runtime;
        this.acting = acting;
    }

    /** The id goes to the branch that the message starts and no further: several statements run beside each other. */
    void requested(String number, long id) {
        boolean heard = acting.asApplication(() -> !runtime.createMessageCorrelation(STATEMENT_REQUESTED)
                .processInstanceBusinessKey(number)
                .setVariableToTriggeredScope(Answers.PART, String.valueOf(id))
                .correlateAllWithResult()
                .isEmpty());
        if (!heard) {
            throw Refusal.conflict("refused.race");
        }
    }
}
