package vn.ungpho.statement;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;

/** Công bố phát ngôn, by the spokesperson: from here on it is public. */
@Component
class ReleaseStatement implements UserTask {

    private static final Field<String> CHANNEL = Field.line("channel", 200);

    private final StatementService statements;
    private final StatementDossier dossier;

    ReleaseStatement(StatementService statements, StatementDossier dossier) {
        this.statements = statements;
        this.dossier = dossier;
    }

    @Override
    public String key() {
        return "releaseStatement";
    }

    @Override
    public boolean takesStandIn() {
        return false;
    }

    @Override
    public InputForm form() {
        return InputForm.of(CHANNEL);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        StatementFile statement = dossier.fileOf(task);
        Map<String, Object> shown = dossier.ofDraft(task, statement);
        shown.put("checkedBy", dossier.passedBy(statement, Desk.FACT_CHECK));
        shown.put("approvedBy", dossier.passedBy(statement, Desk.APPROVAL));
        return shown;
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        statements.release(Long.parseLong(task.part()), entered.get(CHANNEL).orElse(null));
        return Map.of();
    }
}
