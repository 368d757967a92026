package vn.ungpho.taskforce;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Answers;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;

/**
 * Xác nhận tham gia Tổ công tác, once for each seat. Its answer is not cleared before the task opens again: that would take
 * it out of the scope of this seat, and the next answer would go where those of all seats meet.
 */
@Component
class ConfirmMembership implements UserTask {

    static final String KEY = "confirmMembership";

    private static final Field<TeamAnswer.Membership> MEMBERSHIP =
            Field.choice(Answers.MEMBERSHIP, TeamAnswer.Membership.class).required();
    private static final Field<String> REASON = Field.paragraphs("reason", 2000);

    private final RollCall rollCall;
    private final TaskForceProcess process;
    private final TeamDossier dossier;

    ConfirmMembership(RollCall rollCall, TaskForceProcess process, TeamDossier dossier) {
        this.rollCall = rollCall;
        this.process = process;
        this.dossier = dossier;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public InputForm form() {
        return InputForm.of(MEMBERSHIP, REASON);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        Map<String, Object> shown = dossier.head(task);
        shown.put("teamDecision", dossier.decision(task));
        shown.put("teamRole", dossier.role(task));
        shown.put("teamMembers", dossier.members(task));
        shown.put("teamTasks", dossier.tasks(task));
        shown.put("teamTerm", dossier.term(task));
        shown.put("substitutionNote", dossier.substitution(task));
        return shown;
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        TeamAnswer.Membership membership = entered.the(MEMBERSHIP);
        if (membership == TeamAnswer.Membership.ACCEPT) {
            rollCall.accept(task.processInstanceId(), task.part());
        } else {
            rollCall.decline(task.processInstanceId(), task.part(), entered.the(REASON));
        }
        process.workWentOn(task.number());
        Map<String, Object> answers = new LinkedHashMap<>(Map.of(Answers.MEMBERSHIP, membership.name()));
        if (rollCall.isOver(task.processInstanceId())) {
            answers.put(Answers.ROLL_CALL_OVER, true);
        }
        return answers;
    }

    @Override
    public Optional<Refusal> bars(TaskFile task, Caller caller) {
        return rollCall.bars(task.processInstanceId(), task.part(), caller.id());
    }
}
