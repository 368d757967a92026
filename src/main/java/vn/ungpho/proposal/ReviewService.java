package vn.ungpho.proposal;

import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.Actors;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Offices;
import vn.ungpho.organisation.Role;

/** What the desks say of a submission, and which round a reader knows already. */
@Service
@Transactional
class ReviewService {

    private final ProposalService service;
    private final Proposals proposals;
    private final Reviews reviews;
    private final AuditTrail audit;
    private final Actors actors;
    private final Offices offices;
    private final Clock clock;

    ReviewService(
            ProposalService service,
            Proposals proposals,
            Reviews reviews,
            AuditTrail audit,
            Actors actors,
            Offices offices,
            Clock clock) {
        this.service = service;
        this.proposals = proposals;
        this.reviews = reviews;
        this.audit = audit;
        this.actors = actors;
        this.offices = offices;
        this.clock = clock;
    }

    /** {@code reason} and {@code signerPosition} may be null; {@code mark} is null at desks that do not sign. */
    record Verdict(Review.Outcome outcome, String reason, AuthorityMark mark, String signerPosition) {}

    /** @throws Refusal 400 if a reason is missing, 422 if the signature is none that the authority takes */
    void review(String processInstanceId, Desk desk, Verdict verdict) {
        if (verdict.outcome() != Review.Outcome.APPROVE && verdict.reason() == null) {
            throw Refusal.badInput("reason", "proposal.review.reason");
        }
        Proposal proposal = service.held(processInstanceId);
        if (desk.signs() && !proposal.authority().admits(verdict.mark())) {
            throw Refusal.againstRule("authorityMark", "proposal.mark");
        }
        if (desk.signs()
                && proposal.authority() == Authority.PRIME_MINISTER
                && verdict.mark() == AuthorityMark.NONE
                && isDeputyMinister()) {
            throw Refusal.againstRule("authorityMark", "proposal.deputySigns");
        }
        String person = actors.current().id();
        reviews.add(
                processInstanceId,
                new Review(
                        proposal.round(),
                        desk.task(),
                        verdict.outcome(),
                        verdict.reason(),
                        verdict.mark(),
                        verdict.signerPosition(),
                        person,
                        clock.instant()));
        reviews.seen(processInstanceId, person, proposal.round());
        follow(proposal, desk, verdict);
    }

    /**
     * Whether the authority takes the signature of whoever acts now, by the mark under which they act. In their own right
     * only a minister or deputy minister signs to the Prime Minister, whoever opens the task for somebody else.
     */
    boolean maySign(String processInstanceId, Caller caller) {
        Authority authority = proposals.get(processInstanceId).authority();
        return authority.admits(actingMark())
                && (authority != Authority.PRIME_MINISTER
                        || actors.current().onBehalfOf() != null
                        || caller.isIn(Role.MINISTRY_LEADER.group()));
    }

    /**
     * The mark of the signature: whoever signs in somebody's place signs by the mark of that power, a deputy minister KT.
     *
     * @param entered null if none was entered
     * @throws Refusal (422) if another one was entered
     */
    AuthorityMark mark(AuthorityMark entered) {
        if (actors.current().onBehalfOf() == null) {
            AuthorityMark own = isDeputyMinister() ? AuthorityMark.KT : AuthorityMark.NONE;
            return entered == null ? own : entered;
        }
        if (entered != null && entered != actingMark()) {
            throw Refusal.againstRule("authorityMark", "proposal.otherMark", actingMark() + ".");
        }
        return actingMark();
    }

    private boolean isDeputyMinister() {
        Actor actor = actors.current();
        return actor.onBehalfOf() == null && offices.isDeputyIn(actor.id(), Role.MINISTRY_LEADER);
    }

    private AuthorityMark actingMark() {
        return AuthorityMark.valueOf(actors.current().mark());
    }

    private void follow(Proposal proposal, Desk desk, Verdict verdict) {
        switch (verdict.outcome()) {
            case APPROVE -> proposals.save(proposal.at(desk.next()));
            case RETURN -> service.sendBack(proposal, desk.task(), verdict.reason());
            case REJECT -> {
                service.end(proposal, ProposalState.REJECTED, verdict.reason());
                audit.append(
                        proposal.number(),
                        "PROPOSAL_REJECTED",
                        Map.of("desk", desk.task(), "round", proposal.round(), "reason", verdict.reason()));
            }
            case WITHDRAW -> service.withdraw(proposal, verdict.reason());
        }
    }

    void seen(ProposalFile file, String person) {
        reviews.seen(file.processInstanceId(), person, file.current().number());
    }

    /**
     * The last round before the current one that this reader has seen: the person, else the desk.
     *
     * @param person null while nobody has claimed the task
     * @return empty if all is new
     */
    OptionalInt lastSeen(ProposalFile file, Desk desk, String person) {
        int current = file.current().number();
        OptionalInt own = person == null || current == 1
                ? OptionalInt.empty()
                : reviews.lastSeen(file.processInstanceId(), person, current);
        return own.isPresent()
                ? own
                : file.rounds().stream()
                        .filter(round -> round.number() < current)
                        .flatMap(round -> round.reviews().stream())
                        .filter(review -> review.desk().equals(desk.task()))
                        .mapToInt(Review::round)
                        .max();
    }
}
