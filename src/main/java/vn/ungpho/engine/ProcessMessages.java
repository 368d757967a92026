package vn.ungpho.engine;

import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.stereotype.Component;
import vn.ungpho.input.Refusal;

/** What the application tells the running processes. If none listens, somebody was faster and nothing may be kept (409). */
@Component
public class ProcessMessages {

    private final RuntimeService runtime;
    private final Acting acting;

    ProcessMessages(RuntimeService runtime, Acting acting) {
        this.runtime = runtime;
        this.acting = acting;
    }

    /** @throws Refusal (409) if no process of the incident listens */
    public void tell(String message, String number) {
        send(message, to -> to.processInstanceBusinessKey(number));
    }

    /**
     * Begins one of several. The part goes to the scope that the message opens: any other way would put it where the next
     * one overwrites it.
     *
     * @throws Refusal (409) if no process of the incident listens
     */
    public void begin(String message, String number, Object part) {
        send(message, to -> withPart(to.processInstanceBusinessKey(number), part));
    }

    /** The same in one of several processes of an incident. */
    public void beginIn(String processInstanceId, String message, Object part) {
        send(message, to -> withPart(to.processInstanceId(processInstanceId), part));
    }

    private static MessageCorrelationBuilder withPart(MessageCorrelationBuilder to, Object part) {
        return to.setVariableToTriggeredScope(Answers.PART, String.valueOf(part));
    }

    private void send(String message, UnaryOperator<MessageCorrelationBuilder> to) {
        boolean heard = acting.asApplication(() -> !to.apply(runtime.createMessageCorrelation(message))
                .correlateAllWithResult()
                .isEmpty());
        if (!heard) {
            throw Refusal.conflict("refused.nobodyListens");
        }
    }
}
