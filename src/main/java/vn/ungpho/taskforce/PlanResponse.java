package vn.ungpho.taskforce;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;

/** Xác định mục tiêu ứng phó. */
@Component
class PlanResponse implements UserTask {

    private static final Field<String> OBJECTIVES =
            Field.paragraphs("objectives", 4000).required();

    private final TaskForceService teams;
    private final TeamDossier dossier;

    PlanResponse(TaskForceService teams, TeamDossier dossier) {
        this.teams = teams;
        this.dossier = dossier;
    }

    @Override
    public String key() {
        return "planResponse";
    }

    @Override
    public InputForm form() {
        return InputForm.of(OBJECTIVES);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        Map<String, Object> shown = dossier.head(task);
        shown.put("teamDecision", dossier.decision(task));
        shown.put("teamMembers", dossier.members(task));
        shown.put("teamTasks", dossier.tasks(task));
        shown.put("teamTerm", dossier.term(task));
        return shown;
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        teams.plan(task.processInstanceId(), entered.the(OBJECTIVES));
        return Map.of();
    }
}
