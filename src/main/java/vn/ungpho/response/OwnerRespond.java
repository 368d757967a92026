package vn.ungpho.response;

import static vn.ungpho.input.Languages.VIETNAMESE;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.incident.Dossier;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Words;

/** Trả lời, cung cấp thông tin. */
@Component
class OwnerRespond implements UserTask {

    static final String KEY = "ownerRespond";

    private static final Field<String> SUMMARY =
            Field.paragraphs("responseSummary", 4000).required();

    private final ResponseService responses;
    private final Dossier dossier;
    private final Words words;

    OwnerRespond(ResponseService responses, Dossier dossier, Words words) {
        this.responses = responses;
        this.dossier = dossier;
        this.words = words;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public InputForm form() {
        return InputForm.of(SUMMARY);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        Response response = responses.get(task.processInstanceId());
        Map<String, Object> shown = new LinkedHashMap<>(dossier.of(task.number()));
        shown.put(
                "assignmentReason",
                "%s. Hạn: %s.".formatted(words.value(response.route(), VIETNAMESE), words.time(task.due())));
        shown.put("returnReason", response.returnReason() == null ? "" : response.returnReason());
        if (response.returns() > 0) {
            // Sent back: what was written is there to be completed.
            shown.put(SUMMARY.name(), response.summary());
        }
        return shown;
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        responses.respond(task.processInstanceId(), entered.the(SUMMARY));
        return Map.of();
    }
}
