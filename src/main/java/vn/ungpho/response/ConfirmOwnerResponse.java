package vn.ungpho.response;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Answers;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.incident.Dossier;
import vn.ungpho.incident.Recusal;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Names;

/** Xác nhận kết quả trả lời, by another person than the one who responded. */
@Component
class ConfirmOwnerResponse implements UserTask {

    private enum Outcome {
        APPROVE,
        RETURN
    }

    private static final Field<Outcome> OUTCOME =
            Field.choice(Answers.REVIEW_OUTCOME, Outcome.class).required();
    private static final Field<String> REASON = Field.paragraphs("reason", 2000);

    private final ResponseService responses;
    private final Dossier dossier;
    private final Recusal recusal;
    private final Names names;

    ConfirmOwnerResponse(ResponseService responses, Dossier dossier, Recusal recusal, Names names) {
        this.responses = responses;
        this.dossier = dossier;
        this.recusal = recusal;
        this.names = names;
    }

    @Override
    public String key() {
        return "confirmOwnerResponse";
    }

    @Override
    public InputForm form() {
        return InputForm.of(OUTCOME, REASON);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        Response response = responses.get(task.processInstanceId());
        Map<String, Object> shown = new LinkedHashMap<>(dossier.of(task.number()));
        shown.put("submittedResponse", response.summary());
        shown.put("submittedBy", names.of(response.respondedBy()));
        return shown;
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        Outcome outcome = entered.the(OUTCOME);
        if (outcome == Outcome.APPROVE) {
            responses.confirm(task.processInstanceId());
        } else {
            responses.sendBack(task.processInstanceId(), entered.get(REASON).orElse(null));
        }
        return Map.of(Answers.REVIEW_OUTCOME, outcome.name());
    }

    @Override
    public Set<String> clears() {
        return Set.of(Answers.REVIEW_OUTCOME);
    }

    @Override
    public Optional<Refusal> bars(TaskFile task, Caller caller) {
        return recusal.bars(task.number(), caller);
    }
}
