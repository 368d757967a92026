package vn.ungpho.proposal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actors;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.clock.Deadlines;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Vietnam;
import vn.ungpho.organisation.Organisation;

/** Who is asked, what they say, and what their silence is. An answer belongs to its round and is given once. */
@Service
@Transactional
class OpinionService {

    /** The id in the diagram. */
    static final String TASK = "giveOpinion";

    private final ProposalService service;
    private final Drafts drafts;
    private final Opinions opinions;
    private final ProposalLetters letters;
    private final IncidentService incidents;
    private final Deadlines deadlines;
    private final Organisation organisation;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    OpinionService(
            ProposalService service,
            Drafts drafts,
            Opinions opinions,
            ProposalLetters letters,
            IncidentService incidents,
            Deadlines deadlines,
            Organisation organisation,
            AuditTrail audit,
            Actors actors,
            Clock clock) {
        this.service = service;
        this.drafts = drafts;
        this.opinions = opinions;
        this.letters = letters;
        this.incidents = incidents;
        this.deadlines = deadlines;
        this.organisation = organisation;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    List<String> consultedUnits(String processInstanceId) {
        return drafts.latest(processInstanceId).orElseThrow().content().consultedUnits();
    }

    /** Whose people answer today: where the unit has ended since the draft, its successor's. */
    String groupOf(String unit) {
        return organisation.groupToday(unit, organisation.today());
    }

    void ask(String processInstanceId, String unit, Instant due) {
        int round = drafts.latest(processInstanceId).orElseThrow().round();
        opinions.add(processInstanceId, new Opinion(round, unit, clock.instant(), due, null, null, null, null, null));
    }

    /** @throws Refusal 400 if a disagreement gives no reason, 409 if the unit has answered */
    void answer(String processInstanceId, String unit, Instant due, Opinion.Value value, String text) {
        if (value == Opinion.Value.DISAGREE && text == null) {
            throw Refusal.badInput("reason", "proposal.opinion.reason");
        }
        Proposal proposal = service.held(processInstanceId);
        Opinion asked = opinions.get(processInstanceId, proposal.round(), unit);
        give(
                proposal,
                new Opinion(
                        asked.round(),
                        unit,
                        asked.askedAt(),
                        due,
                        value,
                        text,
                        actors.current().id(),
                        clock.instant(),
                        null));
    }

    /** The time is up. What the law makes of silence is written beside it, never in its place. */
    void noReply(String processInstanceId, String unit) {
        Proposal proposal = service.held(processInstanceId);
        Opinion asked = opinions.get(processInstanceId, proposal.round(), unit);
        String basis = opinions.legalBasisOn(LocalDate.ofInstant(asked.askedAt(), Vietnam.ZONE));
        Opinion silent = new Opinion(
                asked.round(),
                unit,
                asked.askedAt(),
                due(proposal.number(), asked),
                Opinion.Value.NO_REPLY,
                null,
                null,
                clock.instant(),
                basis);
        give(proposal, silent);
        audit.append(
                proposal.number(),
                "OPINION_NOT_GIVEN",
                Map.of("unit", unit, "group", groupOf(unit), "legalBasis", basis));
        letters.opinionOverdue(proposal, silent, groupOf(unit));
    }

    /** At the level in force, which may have moved it since; one raised late left a little time from then on. */
    private Instant due(String number, Opinion asked) {
        Instant counted = deadlines
                .of(TASK, number, null, incidents.get(number).level(), asked.askedAt())
                .due();
        boolean cutShort = asked.dueAt() != null && counted.isBefore(asked.dueAt());
        return cutShort ? clock.instant() : counted;
    }

    private void give(Proposal proposal, Opinion opinion) {
        if (!opinions.answer(proposal.processInstanceId(), opinion)) {
            throw Refusal.conflict("refused.race");
        }
    }
}
