package vn.ungpho.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.Actors;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Vietnam;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Role;

/** Records what the authority decided, as its document says. Recording is not deciding. */
@Service
@Transactional
class RulingService {

    /** The id of the task, and the name of its desk. */
    static final String DESK = "recordDecision";

    private static final Set<Decision.Outcome> WITH_DIRECTION =
            Set.of(Decision.Outcome.ALTERNATIVE, Decision.Outcome.RETURN, Decision.Outcome.REJECT);

    private final ProposalService service;
    private final Proposals proposals;
    private final Drafts drafts;
    private final Decisions decisions;
    private final ProposalLetters letters;
    private final IncidentService incidents;
    private final Organisation organisation;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    RulingService(
            ProposalService service,
            Proposals proposals,
            Drafts drafts,
            Decisions decisions,
            ProposalLetters letters,
            IncidentService incidents,
            Organisation organisation,
            AuditTrail audit,
            Actors actors,
            Clock clock) {
        this.service = service;
        this.proposals = proposals;
        this.drafts = drafts;
        this.decisions = decisions;
        this.letters = letters;
        this.incidents = incidents;
        this.organisation = organisation;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * The document as it was entered.
     *
     * @param direction null if none
     * @param seats null where the document names none other than proposed
     * @param termDays likewise
     */
    record Ruling(
            Decision.Outcome decision,
            String documentNumber,
            LocalDate documentDate,
            String signerPosition,
            AuthorityMark authorityMark,
            String direction,
            List<Seat> seats,
            Integer termDays) {}

    /** Whoever has the document of the authority before them. */
    List<String> recorderGroups(String processInstanceId) {
        Proposal proposal = proposals.get(processInstanceId);
        return switch (proposal.authority()) {
            case PRIME_MINISTER -> List.of(Role.PRIME_MINISTER.group(), Role.GOVERNMENT_OFFICE.group());
            case OWNER_MINISTER -> List.of(Role.MINISTRY_LEADER.group());
            case PROVINCE_CHAIR -> List.of(ofTheProvince(proposal.number()));
        };
    }

    /** If the province itself is the subject, it records nothing. */
    private String ofTheProvince(String number) {
        Incident incident = incidents.get(number);
        return incident.report().measures().officialInvolved()
                ? Role.GOVERNMENT_OFFICE.group()
                : organisation.groupToday(incident.report().ownerUnit(), Organisation.dayOf(incident.registeredAt()));
    }

    /** @throws Refusal 400 if something is missing or cannot be, 422 if nobody may sign so */
    void record(String processInstanceId, Ruling ruling) {
        Proposal proposal = service.held(processInstanceId);
        Content proposed = drafts.latest(processInstanceId).orElseThrow().content();
        require(proposal, proposed, ruling);
        Decision decision = decision(proposal, proposed, ruling);
        decisions.add(processInstanceId, decision);
        audit.append(proposal.number(), "DECISION_RECORDED", facts(decision));
        follow(proposal, decision);
        letters.decided(proposal, decision);
    }

    /** @throws Refusal 400 if something is missing or cannot be, 422 if nobody may sign so */
    void require(Proposal proposal, Content proposed, Ruling ruling) {
        if (ruling.documentDate().isAfter(LocalDate.now(clock.withZone(Vietnam.ZONE)))) {
            throw Refusal.badInput("documentDate", "proposal.decision.future");
        }
        if (WITH_DIRECTION.contains(ruling.decision()) && ruling.direction() == null) {
            throw Refusal.badInput("direction", "proposal.decision.direction");
        }
        if (ruling.decision() == Decision.Outcome.ESTABLISH) {
            requireAsProposed(proposed, ruling);
        }
        if (ruling.decision().establishes() && !proposal.authority().admits(ruling.authorityMark())) {
            throw Refusal.againstRule("authorityMark", "proposal.mark");
        }
    }

    private static void requireAsProposed(Content proposed, Ruling ruling) {
        if (ruling.seats() != null && !new HashSet<>(ruling.seats()).equals(new HashSet<>(proposed.seats()))) {
            throw Refusal.badInput(Seats.FIELD, "proposal.decision.asProposed");
        }
        if (ruling.termDays() != null && ruling.termDays() != proposed.termDays()) {
            throw Refusal.badInput("termDays", "proposal.decision.asProposed");
        }
    }

    private Decision decision(Proposal proposal, Content proposed, Ruling ruling) {
        List<Seat> seats = ruling.seats() == null ? proposed.seats() : ruling.seats();
        Integer termDays = ruling.termDays() == null ? Integer.valueOf(proposed.termDays()) : ruling.termDays();
        boolean establishes = ruling.decision().establishes();
        Actor actor = actors.current();
        return new Decision(
                proposal.round(),
                ruling.decision(),
                ruling.documentNumber(),
                ruling.documentDate(),
                ruling.signerPosition(),
                ruling.authorityMark(),
                ruling.direction(),
                establishes ? seats : List.of(),
                establishes ? termDays : null,
                actor.id(),
                actor.onBehalfOf(),
                actor.via(),
                clock.instant(),
                null);
    }

    static Map<String, Object> facts(Decision decision) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("decision", decision.decision().name());
        facts.put("documentNumber", decision.documentNumber());
        facts.put("documentDate", decision.documentDate().toString());
        facts.put("signerPosition", decision.signerPosition());
        facts.put("authorityMark", decision.authorityMark().name());
        facts.put("direction", decision.direction());
        return facts;
    }

    private void follow(Proposal proposal, Decision decision) {
        switch (decision.decision()) {
            case ESTABLISH, ESTABLISH_AMENDED -> service.end(proposal, ProposalState.ESTABLISHED, null);
            case REJECT -> service.end(proposal, ProposalState.REJECTED, decision.direction());
            case ALTERNATIVE -> service.end(proposal, ProposalState.ALTERNATIVE, decision.direction());
            case RETURN -> service.sendBack(proposal, DESK, decision.direction());
        }
    }
}
