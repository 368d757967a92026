package vn.ungpho.incident;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;

/** Rút kinh nghiệm, đóng hồ sơ. */
@Component
class ReviewIncident implements UserTask {

    private static final Field<String> LESSONS =
            Field.paragraphs("lessons", 4000).required();

    private final IncidentService incidents;
    private final Dossier dossier;
    private final Recusal recusal;

    ReviewIncident(IncidentService incidents, Dossier dossier, Recusal recusal) {
        this.incidents = incidents;
        this.dossier = dossier;
        this.recusal = recusal;
    }

    @Override
    public String key() {
        return "reviewIncident";
    }

    @Override
    public InputForm form() {
        return InputForm.of(LESSONS);
    }

    @Override
    public void opened(TaskFile task) {
        incidents.underReview(task.number());
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        Map<String, Object> shown = new LinkedHashMap<>(dossier.of(task.number()));
        shown.put("incidentHistory", dossier.historyOf(task.number()));
        return shown;
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        Route route = incidents.get(task.number()).route();
        incidents.close(
                task.number(),
                route == Route.ANSWER ? Incident.Closing.ANSWERED : Incident.Closing.AFTER_REVIEW,
                entered.the(LESSONS));
        return Map.of();
    }

    @Override
    public Optional<Refusal> bars(TaskFile task, Caller caller) {
        return recusal.bars(task.number(), caller);
    }
}
