package vn.ungpho.taskforce;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Answers;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.incident.Recusal;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Names;

/** Duyệt báo cáo tổng kết, by another person than the one who wrote it. */
@Component
class ApproveFinalReport implements UserTask {

    private enum Outcome {
        APPROVE,
        RETURN
    }

    private static final Field<Outcome> OUTCOME =
            Field.choice(Answers.REVIEW_OUTCOME, Outcome.class).required();
    private static final Field<String> REASON = Field.paragraphs("reason", 2000);

    private final TaskForceService teams;
    private final TeamDossier dossier;
    private final Recusal recusal;
    private final Names names;

    ApproveFinalReport(TaskForceService teams, TeamDossier dossier, Recusal recusal, Names names) {
        this.teams = teams;
        this.dossier = dossier;
        this.recusal = recusal;
        this.names = names;
    }

    @Override
    public String key() {
        return "approveFinalReport";
    }

    @Override
    public boolean takesStandIn() {
        return false;
    }

    @Override
    public InputForm form() {
        return InputForm.of(OUTCOME, REASON);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        FinalReport submitted = dossier.team(task).finalReport();
        Map<String, Object> shown = dossier.head(task);
        shown.put("teamDecision", dossier.decision(task));
        shown.put("submittedReport", submitted.text());
        shown.put("submittedBy", names.of(submitted.writtenBy()));
        return shown;
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        Outcome outcome = entered.the(OUTCOME);
        if (outcome == Outcome.APPROVE) {
            teams.close(task.processInstanceId());
        } else {
            teams.sendBack(task.processInstanceId(), entered.the(REASON));
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
