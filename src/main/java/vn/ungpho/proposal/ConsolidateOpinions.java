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

/** Tổng hợp, tiếp thu, giải trình ý kiến. */
@Component
class ConsolidateOpinions implements UserTask {

    private static final List<String> SHOWN =
            List.of("proposalRound", "proposalSummary", "proposalMembers", "opinions", "minorityView");

    private static final Field<String> RESOLUTION =
            Field.paragraphs("opinionResolution", 4000).required();

    private final ProposalService service;
    private final ProposalFiles files;
    private final ProposalDossier dossier;
    private final Recusal recusal;

    ConsolidateOpinions(ProposalService service, ProposalFiles files, ProposalDossier dossier, Recusal recusal) {
        this.service = service;
        this.files = files;
        this.dossier = dossier;
        this.recusal = recusal;
    }

    @Override
    public String key() {
        return "consolidateOpinions";
    }

    @Override
    public InputForm form() {
        return InputForm.of(RESOLUTION);
    }

    @Override
    public void opened(TaskFile task) {
        service.allOpinionsIn(task.processInstanceId());
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        return dossier.of(task, files.one(task.processInstanceId()), SHOWN);
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        service.consolidate(task.processInstanceId(), entered.the(RESOLUTION));
        return Map.of();
    }

    @Override
    public Optional<Refusal> bars(TaskFile task, Caller caller) {
        return recusal.bars(task.number(), caller);
    }
}
