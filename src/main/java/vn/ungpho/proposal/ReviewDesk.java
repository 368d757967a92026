package vn.ungpho.proposal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ungpho.engine.Answers;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.incident.Recusal;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;

/** Xem xét Tờ trình, at each of the three {@link Desk}s. */
class ReviewDesk implements UserTask {

    private static final List<String> SHOWN = List.of(
            "proposalRound",
            "proposalAuthority",
            "proposalSummary",
            "proposalTasks",
            "proposalMembers",
            "proposalTerm",
            "opinions",
            "resolution",
            "minorityView",
            "reviewsSoFar");
    private static final String CHANGES = "changesSince";

    private static final Field<Review.Outcome> OUTCOME =
            Field.choice(Answers.REVIEW_OUTCOME, Review.Outcome.class).required();
    private static final Field<String> REASON = Field.paragraphs("reason", 2000);
    private static final Field<AuthorityMark> MARK = Field.choice("authorityMark", AuthorityMark.class);
    private static final Field<String> SIGNER = Field.line("signerPosition", 200);

    private final Desk desk;
    private final ReviewService reviews;
    private final ProposalFiles files;
    private final ProposalDossier dossier;
    private final Recusal recusal;

    ReviewDesk(Desk desk, ReviewService reviews, ProposalFiles files, ProposalDossier dossier, Recusal recusal) {
        this.desk = desk;
        this.reviews = reviews;
        this.files = files;
        this.dossier = dossier;
        this.recusal = recusal;
    }

    @Override
    public String key() {
        return desk.task();
    }

    @Override
    public boolean takesStandIn() {
        return false;
    }

    @Override
    public InputForm form() {
        return desk.signs() ? InputForm.of(OUTCOME, REASON, MARK, SIGNER) : InputForm.of(OUTCOME, REASON);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        ProposalFile file = files.one(task.processInstanceId());
        Map<String, Object> shown = dossier.of(task, file, SHOWN);
        shown.put(CHANGES, changes(file, task.assignee()));
        return shown;
    }

    @Override
    public Map<String, Object> claimed(TaskFile task, Caller caller) {
        ProposalFile file = files.one(task.processInstanceId());
        reviews.seen(file, caller.id());
        return Map.of(CHANGES, changes(file, caller.id()));
    }

    private String changes(ProposalFile file, String reader) {
        return dossier.changes(file, reviews.lastSeen(file, desk, reader));
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        Review.Outcome outcome = entered.the(OUTCOME);
        reviews.review(
                task.processInstanceId(),
                desk,
                new ReviewService.Verdict(
                        outcome,
                        entered.get(REASON).orElse(null),
                        desk.signs() ? reviews.mark(entered.get(MARK).orElse(null)) : null,
                        entered.get(SIGNER).orElse(null)));
        return Map.of(Answers.REVIEW_OUTCOME, outcome.name());
    }

    @Override
    public Set<String> clears() {
        return Set.of(Answers.REVIEW_OUTCOME);
    }

    @Override
    public Optional<Refusal> bars(TaskFile task, Caller caller) {
        if (desk.signs() && !reviews.maySign(task.processInstanceId(), caller)) {
            return Optional.of(Refusal.againstRule(null, "proposal.mark"));
        }
        return recusal.bars(task.number(), caller);
    }
}
