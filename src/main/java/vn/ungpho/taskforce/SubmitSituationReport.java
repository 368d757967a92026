package vn.ungpho.taskforce;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.OwnDeadline;
import vn.ungpho.clock.Targets;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;

/** Báo cáo tình hình, due at the end of the interval of its level. */
@Component
class SubmitSituationReport implements UserTask, OwnDeadline {

    private static final String KEY = "submitSituationReport";

    private static final Field<String> SITUATION = Field.paragraphs("situation", 4000);
    private static final Field<Boolean> NO_CHANGE = Field.yesNo("noChange");
    private static final Field<String> FORECAST = Field.paragraphs("forecast", 2000);
    private static final Field<String> DECISIONS_NEEDED = Field.paragraphs("decisionsNeeded", 2000);

    private final SituationReports reports;
    private final TaskForceService teams;
    private final TaskForceProcess process;
    private final TeamDossier dossier;

    SubmitSituationReport(
            SituationReports reports, TaskForceService teams, TaskForceProcess process, TeamDossier dossier) {
        this.reports = reports;
        this.teams = teams;
        this.process = process;
        this.dossier = dossier;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public InputForm form() {
        return InputForm.of(SITUATION, NO_CHANGE, FORECAST, DECISIONS_NEEDED);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        Map<String, Object> shown = dossier.head(task);
        shown.put("reportNumber", String.valueOf(dossier.nextReport(task)));
        shown.put("previousReport", dossier.previousReport(task));
        shown.put("openAssignments", dossier.openAssignments(task));
        return shown;
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        String situation = entered.get(SITUATION).orElse(null);
        boolean noChange = entered.get(NO_CHANGE).orElse(false);
        if (situation == null && !noChange) {
            throw Refusal.badInput(SITUATION.name(), "taskforce.situation");
        }
        reports.submit(
                task.processInstanceId(),
                new SituationReports.Written(
                        situation,
                        noChange,
                        entered.get(FORECAST).orElse(null),
                        entered.get(DECISIONS_NEEDED).orElse(null)));
        process.workWentOn(task.number());
        return Map.of();
    }

    @Override
    public String task() {
        return KEY;
    }

    @Override
    public Optional<Instant> due(String processInstanceId, String part, Instant created, Targets targets) {
        return Optional.of(teams.get(processInstanceId).reports().dueAt());
    }
}
