package vn.ungpho.contactpoint;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.ProcessMessages;

/** What the application tells the process of a campaign. */
@Component
class CampaignProcess {

    private final RuntimeService runtime;
    private final ProcessMessages messages;
    private final Acting acting;

    CampaignProcess(RuntimeService runtime, ProcessMessages messages, Acting acting) {
        this.runtime = runtime;
        this.messages = messages;
        this.acting = acting;
    }

    /** People have no other door to it than ours: it has no start form. */
    void start(String number) {
        acting.asApplication(() -> runtime.createMessageCorrelation("campaignRequested")
                .processInstanceBusinessKey(number)
                .correlateStartMessage());
    }

    void everybodyAnswered(String number) {
        messages.tell("everybodyAnswered", number);
    }

    void remindNow(String number) {
        messages.tell("remindNow", number);
    }

    void endEarly(String number) {
        messages.tell("endCampaign", number);
    }
}
