package vn.ungpho.taskforce;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;

/** Viết báo cáo tổng kết. */
@Component
class WriteFinalReport implements UserTask {

    private static final Field<String> FINAL_REPORT =
            Field.paragraphs("finalReport", 4000).required();

    private final TaskForceService teams;
    private final TeamDossier dossier;

    WriteFinalReport(TaskForceService teams, TeamDossier dossier) {
        this.teams = teams;
        this.dossier = dossier;
    }

    @Override
    public String key() {
        return "writeFinalReport";
    }

    @Override
    public InputForm form() {
        return InputForm.of(FINAL_REPORT);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        TaskForce team = dossier.team(task);
        FinalReport returned = team.finalReport();
        Map<String, Object> shown = dossier.head(task);
        shown.put("teamDecision", dossier.decision(task));
        shown.put("teamObjectives", dossier.objectives(task));
        shown.put("situationReports", dossier.situationReports(task));
        shown.put("assignmentsDone", dossier.assignmentsDone(task));
        shown.put("standDownReason", team.standDown().reason());
        shown.put("returnReason", returned == null ? "" : returned.returnReason());
        if (returned != null) {
            // Sent back: what was written is there to be completed.
            shown.put(FINAL_REPORT.name(), returned.text());
        }
        return shown;
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        teams.report(task.processInstanceId(), entered.the(FINAL_REPORT));
        return Map.of();
    }
}
