package vn.ungpho.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.assessment.Recommendations;
import vn.ungpho.audit.Actors;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.clock.ClockRule;
import vn.ungpho.clock.RunningClocks;
import vn.ungpho.document.DocumentRegister;
import vn.ungpho.engine.Ending;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.IncidentEnded;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.incident.Report;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Vietnam;

/** The way of a proposal from its opening to its dispatch, and out of it. Knows nothing of processes. */
@Service
@Transactional
class ProposalService {

    /** The Ministry submits. */
    private static final String ISSUER = "BTTTT";

    private static final String INCIDENT_ENDED = "INCIDENT_ENDED";

    private final Proposals proposals;
    private final Drafts drafts;
    private final ProposalLetters letters;
    private final IncidentService incidents;
    private final Recommendations recommendations;
    private final RunningClocks clocks;
    private final DocumentRegister register;
    private final Ending ending;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    ProposalService(
            Proposals proposals,
            Drafts drafts,
            ProposalLetters letters,
            IncidentService incidents,
            Recommendations recommendations,
            RunningClocks clocks,
            DocumentRegister register,
            Ending ending,
            AuditTrail audit,
            Actors actors,
            Clock clock) {
        this.proposals = proposals;
        this.drafts = drafts;
        this.letters = letters;
        this.incidents = incidents;
        this.recommendations = recommendations;
        this.clocks = clocks;
        this.register = register;
        this.ending = ending;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    /** The agency's clock runs beside the proposal: nobody waits for a task force before speaking. */
    void open(String processInstanceId, String number) {
        Report report = incidents.hold(number).report();
        Authority authority = Authority.valueOf(recommendations.authority(number));
        proposals.add(Proposal.opened(processInstanceId, number, authority, clock.instant()));
        clocks.start(number, ClockRule.Purpose.FIRST_STATEMENT, report.occurredAt(), report.receivedAt());
        audit.append(number, "PROPOSAL_OPENED", Map.of("authority", authority.name()));
    }

    boolean isRunning(String number) {
        return proposals.runningOf(number).isPresent();
    }

    /** Empty in the first round. */
    Optional<Content> lastContent(String processInstanceId) {
        return drafts.latest(processInstanceId).map(Draft::content);
    }

    void draft(String processInstanceId, Content content) {
        Proposal proposal = held(processInstanceId);
        drafts.add(
                processInstanceId,
                Draft.of(proposal.round(), content, actors.current().id(), clock.instant()));
        // What is known of the incident may ask for another authority than at the opening.
        Authority competent = Authority.valueOf(recommendations.authority(proposal.number()));
        if (competent != proposal.authority()) {
            audit.append(proposal.number(), "PROPOSAL_AUTHORITY_CHANGED", Map.of("authority", competent.name()));
        }
        proposals.save(proposal.submittedTo(competent).at(ProposalState.CONSULTING));
    }

    void allOpinionsIn(String processInstanceId) {
        proposals.save(held(processInstanceId).at(ProposalState.CONSOLIDATING));
    }

    void consolidate(String processInstanceId, String resolution) {
        Proposal proposal = held(processInstanceId);
        drafts.consolidated(
                processInstanceId,
                proposal.round(),
                new Draft.Resolution(resolution, actors.current().id(), clock.instant()));
        proposals.save(proposal.at(ProposalState.DIRECTOR_REVIEW));
    }

    void dispatch(String processInstanceId) {
        Proposal proposal = held(processInstanceId);
        String number = proposal.number();
        String title = incidents.get(number).report().title();
        String document = register.issue(
                DocumentRegister.Type.TTR, ISSUER, number, "Về việc thành lập Tổ công tác ứng phó sự cố: " + title);
        drafts.dispatched(
                processInstanceId,
                proposal.round(),
                new Draft.Dispatch(
                        document,
                        LocalDate.now(clock.withZone(Vietnam.ZONE)),
                        actors.current().id(),
                        clock.instant()));
        proposals.save(proposal.at(ProposalState.DISPATCHED));
        audit.append(
                number,
                "PROPOSAL_DISPATCHED",
                Map.of(
                        "documentNumber",
                        document,
                        "authority",
                        proposal.authority().name()));
    }

    /** To the drafter; the next round begins. */
    void sendBack(Proposal proposal, String desk, String reason) {
        proposals.save(proposal.returned(reason));
        audit.append(
                proposal.number(),
                "PROPOSAL_RETURNED",
                Map.of("desk", desk, "round", proposal.round(), "reason", reason));
        Draft returned = drafts.latest(proposal.processInstanceId()).orElseThrow();
        Set<String> writers = new LinkedHashSet<>();
        writers.add(returned.draftedBy());
        if (returned.resolution() != null) {
            writers.add(returned.resolution().by());
        }
        letters.returned(proposal, desk, reason, writers);
    }

    /** @throws Refusal 409 after the end of the incident, or if no proposal runs */
    void withdraw(String number, String reason) {
        incidents.hold(number).requireOpen();
        Proposal running = proposals.runningOf(number).orElseThrow(() -> Refusal.conflict("proposal.none", number));
        withdraw(running, reason);
        ending.because(reason);
    }

    void withdraw(Proposal proposal, String reason) {
        end(proposal, ProposalState.WITHDRAWN, reason);
        audit.append(proposal.number(), "PROPOSAL_WITHDRAWN", Map.of("reason", reason));
    }

    void end(Proposal proposal, ProposalState how, String reason) {
        proposals.save(proposal.ended(how, reason, clock.instant()));
    }

    @EventListener
    void on(IncidentEnded ended) {
        proposals.runningOf(ended.number()).ifPresent(running -> end(running, ProposalState.WITHDRAWN, INCIDENT_ENDED));
    }

    /** The incident's row is held, and nobody has ended the proposal meanwhile. */
    Proposal held(String processInstanceId) {
        Incident incident = incidents.hold(proposals.get(processInstanceId).number());
        Proposal proposal = proposals.get(processInstanceId);
        if (!proposal.isRunning()) {
            throw Refusal.conflict("proposal.none", incident.number());
        }
        return proposal;
    }
}
