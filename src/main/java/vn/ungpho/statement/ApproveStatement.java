package vn.ungpho.statement;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.incident.Recusal;
import vn.ungpho.input.Refusal;

/** Duyệt phát ngôn. */
@Component
class ApproveStatement extends StatementReview {

    private final StatementDossier dossier;
    private final Recusal recusal;

    ApproveStatement(StatementService statements, StatementDossier dossier, Recusal recusal) {
        super(Desk.APPROVAL, statements, dossier);
        this.dossier = dossier;
        this.recusal = recusal;
    }

    @Override
    public boolean takesStandIn() {
        return false;
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        Map<String, Object> shown = super.dossier(task);
        shown.put("checkedBy", dossier.passedBy(dossier.fileOf(task), Desk.FACT_CHECK));
        return shown;
    }

    @Override
    public Optional<Refusal> bars(TaskFile task, Caller caller) {
        return recusal.bars(task.number(), caller);
    }
}
