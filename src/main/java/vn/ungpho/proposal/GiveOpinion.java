package vn.ungpho.proposal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.incident.Recusal;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;

/** Cho ý kiến, one task for each consulted unit: its code is the task's part. */
@Component
class GiveOpinion implements UserTask {

    /** What a unit can say. That it said nothing, only the clock can. */
    private enum Answer {
        AGREE,
        AGREE_WITH_COMMENTS,
        DISAGREE,
        NOT_COMPETENT
    }

    private static final List<String> SHOWN = List.of(
            "proposalRound", "proposalSummary", "proposalTasks", "proposalMembers", "proposalTerm", "minorityView");

    private static final Field<Answer> OPINION =
            Field.choice("opinion", Answer.class).required();
    private static final Field<String> REASON = Field.paragraphs("reason", 4000);

    private final OpinionService opinions;
    private final ProposalFiles files;
    private final ProposalDossier dossier;
    private final Recusal recusal;

    GiveOpinion(OpinionService opinions, ProposalFiles files, ProposalDossier dossier, Recusal recusal) {
        this.opinions = opinions;
        this.files = files;
        this.dossier = dossier;
        this.recusal = recusal;
    }

    @Override
    public String key() {
        return OpinionService.TASK;
    }

    @Override
    public boolean takesStandIn() {
        return false;
    }

    @Override
    public boolean endsWithItsTime() {
        return true;
    }

    @Override
    public InputForm form() {
        return InputForm.of(OPINION, REASON);
    }

    @Override
    public void opened(TaskFile task) {
        opinions.ask(task.processInstanceId(), task.part(), task.due());
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        return dossier.of(task, files.one(task.processInstanceId()), SHOWN);
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        opinions.answer(
                task.processInstanceId(),
                task.part(),
                task.due(),
                Opinion.Value.valueOf(entered.the(OPINION).name()),
                entered.get(REASON).orElse(null));
        return Map.of();
    }

    @Override
    public Optional<Refusal> bars(TaskFile task, Caller caller) {
        return recusal.bars(task.number(), caller);
    }
}
