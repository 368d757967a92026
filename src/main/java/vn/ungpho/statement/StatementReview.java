package vn.ungpho.statement;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ungpho.engine.Answers;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.statement.StatementFile.Outcome;

/** What the two desks that review a draft have in common. */
abstract class StatementReview implements UserTask {

    private static final Field<Outcome> OUTCOME =
            Field.choice(Answers.REVIEW_OUTCOME, Outcome.class).required();
    private static final Field<String> REASON = Field.paragraphs("reason", 2000);

    private final Desk desk;
    private final StatementService statements;
    private final StatementDossier dossier;

    StatementReview(Desk desk, StatementService statements, StatementDossier dossier) {
        this.desk = desk;
        this.statements = statements;
        this.dossier = dossier;
    }

    @Override
    public String key() {
        return desk.task();
    }

    @Override
    public InputForm form() {
        return InputForm.of(OUTCOME, REASON);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        StatementFile statement = dossier.fileOf(task);
        Map<String, Object> shown = dossier.ofDraft(task, statement);
        shown.put("statementChanges", dossier.changes(statement));
        return shown;
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        Outcome outcome = entered.the(OUTCOME);
        Optional<String> reason = entered.get(REASON);
        if (outcome != Outcome.APPROVE && reason.isEmpty()) {
            throw Refusal.badInput(REASON.name(), "statement.reason");
        }
        statements.review(Long.parseLong(task.part()), desk, outcome, reason.orElse(null));
        return Map.of(Answers.REVIEW_OUTCOME, outcome.name());
    }

    @Override
    public Set<String> clears() {
        return Set.of(Answers.REVIEW_OUTCOME);
    }
}
