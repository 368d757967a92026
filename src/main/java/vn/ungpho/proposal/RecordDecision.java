package vn.ungpho.proposal;

import java.time.LocalDate;
import java.util.List;
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

/** Ghi nhận quyết định của cấp có thẩm quyền, from its document. */
@Component
class RecordDecision implements UserTask {

    private static final List<String> SHOWN = List.of(
            "proposalAuthority", "dispatchedAs", "proposalSummary", "proposalMembers", "proposalTerm", "minorityView");

    static final Field<Decision.Outcome> DECISION =
            Field.choice(Answers.DECISION, Decision.Outcome.class).required();
    static final Field<String> DOCUMENT_NUMBER =
            Field.line("documentNumber", 60).required();
    static final Field<LocalDate> DOCUMENT_DATE = Field.date("documentDate").required();
    static final Field<String> SIGNER = Field.line("signerPosition", 200).required();
    static final Field<AuthorityMark> MARK =
            Field.choice("authorityMark", AuthorityMark.class).required();
    static final Field<String> DIRECTION = Field.paragraphs("direction", 4000);
    static final Field<String> MEMBERS = Field.line(Seats.FIELD, 1000);
    static final Field<Integer> TERM = Field.integer("termDays", 1, 365);

    private final RulingService rulings;
    private final ProposalFiles files;
    private final ProposalDossier dossier;
    private final Roster roster;
    private final Recusal recusal;

    RecordDecision(
            RulingService rulings, ProposalFiles files, ProposalDossier dossier, Roster roster, Recusal recusal) {
        this.rulings = rulings;
        this.files = files;
        this.dossier = dossier;
        this.roster = roster;
        this.recusal = recusal;
    }

    @Override
    public String key() {
        return RulingService.DESK;
    }

    @Override
    public boolean takesStandIn() {
        return false;
    }

    @Override
    public InputForm form() {
        return InputForm.of(DECISION, DOCUMENT_NUMBER, DOCUMENT_DATE, SIGNER, MARK, DIRECTION, MEMBERS, TERM);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        return dossier.of(task, files.one(task.processInstanceId()), SHOWN);
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        rulings.record(
                task.processInstanceId(),
                new RulingService.Ruling(
                        entered.the(DECISION),
                        entered.the(DOCUMENT_NUMBER),
                        entered.the(DOCUMENT_DATE),
                        entered.the(SIGNER),
                        entered.the(MARK),
                        entered.get(DIRECTION).orElse(null),
                        entered.get(MEMBERS).map(roster::seats).orElse(null),
                        entered.get(TERM).orElse(null)));
        return Map.of(Answers.DECISION, entered.the(DECISION).name());
    }

    @Override
    public Set<String> clears() {
        return Set.of(Answers.DECISION);
    }

    @Override
    public Optional<Refusal> bars(TaskFile task, Caller caller) {
        return recusal.bars(task.number(), caller);
    }
}
