package vn.ungpho.proposal;

import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.engine.Caller;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.incident.Readers;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;

/**
 * A decision was copied wrongly from its document: a second person puts it right, both versions stay. What the authority
 * decided, whom it named and for how long, cannot be turned so, since the process has gone on with it.
 */
@Service
@Transactional
public class CorrectDecisionForm {

    private static final Field<String> REASON = Field.paragraphs("reason", 2000).required();
    private static final Field<Decision.Outcome> DECISION =
            Field.choice(RecordDecision.DECISION.name(), Decision.Outcome.class);
    private static final InputForm FORM = InputForm.of(
            DECISION,
            RecordDecision.DOCUMENT_NUMBER,
            RecordDecision.DOCUMENT_DATE,
            RecordDecision.SIGNER,
            RecordDecision.MARK,
            RecordDecision.DIRECTION,
            RecordDecision.MEMBERS,
            RecordDecision.TERM,
            REASON);

    private final CorrectionDesk desk;
    private final Proposals proposals;
    private final Drafts drafts;
    private final Decisions decisions;
    private final RulingService rulings;
    private final ProposalProcess process;
    private final ProposalLetters letters;
    private final Roster roster;
    private final IncidentService incidents;
    private final Readers readers;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    CorrectDecisionForm(
            CorrectionDesk desk,
            Proposals proposals,
            Drafts drafts,
            Decisions decisions,
            RulingService rulings,
            ProposalProcess process,
            ProposalLetters letters,
            Roster roster,
            IncidentService incidents,
            Readers readers,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.desk = desk;
        this.proposals = proposals;
        this.drafts = drafts;
        this.decisions = decisions;
        this.rulings = rulings;
        this.process = process;
        this.letters = letters;
        this.roster = roster;
        this.incidents = incidents;
        this.readers = readers;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param version 2 for the first correction */
    public record Corrected(String number, int version, String documentNumber) {}

    /**
     * Of the decision that was recorded last.
     *
     * @throws Refusal 404 unknown number, 409 if nothing is recorded or nothing changes, 403 for others than the recording
     *     groups and their superiors, for the recused, and for whoever wrote the version that is to be corrected; 400 and
     *     422 as when it is recorded; 422 if decision, members or term shall be turned
     */
    public Corrected correct(String number, Map<String, Object> fields, Caller caller) {
        readers.read(number, caller);
        desk.requireActing(caller);
        incidents.hold(number);
        RecordedDecision recorded =
                desk.latestOf(number).orElseThrow(() -> Refusal.conflict("proposal.correction.none", number));
        desk.require(recorded, caller);
        Entered entered = FORM.read(fields);
        Decision corrected = corrected(recorded, entered, caller);
        return save(recorded, corrected, entered);
    }

    /** Whether a page offers the form. */
    @Transactional(readOnly = true)
    public boolean mayCorrect(String number, Caller caller) {
        return desk.latestOf(number)
                .filter(recorded -> desk.admits(recorded, caller))
                .isPresent();
    }

    private Decision corrected(RecordedDecision recorded, Entered entered, Caller caller) {
        Decision latest = recorded.latest();
        requireNotTurned(latest, entered);
        RulingService.Ruling ruling = new RulingService.Ruling(
                latest.decision(),
                entered.the(RecordDecision.DOCUMENT_NUMBER),
                entered.the(RecordDecision.DOCUMENT_DATE),
                entered.the(RecordDecision.SIGNER),
                entered.the(RecordDecision.MARK),
                entered.get(RecordDecision.DIRECTION).orElse(null),
                null,
                null);
        rulings.require(
                recorded.proposal(),
                drafts.latest(recorded.proposal().processInstanceId())
                        .orElseThrow()
                        .content(),
                ruling);
        Decision corrected = new Decision(
                latest.round(),
                latest.decision(),
                ruling.documentNumber(),
                ruling.documentDate(),
                ruling.signerPosition(),
                ruling.authorityMark(),
                ruling.direction(),
                latest.seats(),
                latest.termDays(),
                caller.id(),
                null,
                null,
                clock.instant(),
                entered.the(REASON));
        if (corrected.saysTheSameAs(latest)) {
            throw Refusal.conflict("proposal.correction.same");
        }
        return corrected;
    }

    private void requireNotTurned(Decision latest, Entered entered) {
        entered.get(DECISION).filter(decision -> decision != latest.decision()).ifPresent(turned -> {
            throw Refusal.againstRule(DECISION.name(), "proposal.correction.outcome");
        });
        entered.get(RecordDecision.MEMBERS)
                .filter(members -> !roster.seats(members).equals(latest.seats()))
                .ifPresent(others -> {
                    throw Refusal.againstRule(Seats.FIELD, "proposal.correction.actedOn");
                });
        entered.get(RecordDecision.TERM)
                .filter(days -> !days.equals(latest.termDays()))
                .ifPresent(other -> {
                    throw Refusal.againstRule(RecordDecision.TERM.name(), "proposal.correction.actedOn");
                });
    }

    private Corrected save(RecordedDecision recorded, Decision corrected, Entered entered) {
        Proposal proposal = recorded.proposal();
        Decision before = recorded.latest();
        int version = recorded.versions().size() + 1;
        decisions.add(proposal.processInstanceId(), version, corrected);
        proposals.save(proposal.directed(corrected));
        audit.append(
                proposal.number(),
                "DECISION_CORRECTED",
                Map.of(
                        "version",
                        version,
                        "before",
                        RulingService.facts(before),
                        "after",
                        RulingService.facts(corrected),
                        "reason",
                        corrected.correction(),
                        "entered",
                        entered.asFacts()));
        process.corrected(proposal.number());
        letters.corrected(proposal, before, corrected, version);
        events.publishEvent(new DecisionCorrected(
                proposal.number(),
                proposal.processInstanceId(),
                corrected.documentNumber(),
                corrected.documentDate(),
                corrected.signerPosition(),
                corrected.authorityMark()));
        return new Corrected(proposal.number(), version, corrected.documentNumber());
    }
}
