package vn.ungpho.proposal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.input.Entered;
import vn.ungpho.input.InputForm;

/** Cấp số, gửi Tờ trình: number and date are drawn, nothing is entered. */
@Component
class DispatchProposal implements UserTask {

    private static final List<String> SHOWN = List.of(
            "proposalRound",
            "proposalAuthority",
            "proposalSummary",
            "proposalMembers",
            "proposalTerm",
            "minorityView",
            "reviewsSoFar");

    private final ProposalService service;
    private final ProposalFiles files;
    private final ProposalDossier dossier;

    DispatchProposal(ProposalService service, ProposalFiles files, ProposalDossier dossier) {
        this.service = service;
        this.files = files;
        this.dossier = dossier;
    }

    @Override
    public String key() {
        return "dispatchProposal";
    }

    @Override
    public InputForm form() {
        return InputForm.of();
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        return dossier.of(task, files.one(task.processInstanceId()), SHOWN);
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        service.dispatch(task.processInstanceId());
        return Map.of();
    }
}
