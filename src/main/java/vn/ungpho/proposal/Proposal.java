package vn.ungpho.proposal;

import java.time.Instant;

/**
 * A proposal as it stands.
 *
 * @param processInstanceId the running process it belongs to; its key
 * @param round from 1; each return starts the next
 */
record Proposal(
        String processInstanceId,
        String number,
        ProposalState state,
        int round,
        Authority authority,
        Instant openedAt,
        String returnReason,
        Instant endedAt,
        String endReason) {

    static Proposal opened(String processInstanceId, String number, Authority authority, Instant now) {
        return new Proposal(processInstanceId, number, ProposalState.DRAFTING, 1, authority, now, null, null, null);
    }

    boolean isRunning() {
        return endedAt == null;
    }

    Proposal at(ProposalState next) {
        return new Proposal(
                processInstanceId, number, next, round, authority, openedAt, returnReason, endedAt, endReason);
    }

    /** To whom this round goes. */
    Proposal submittedTo(Authority competent) {
        return new Proposal(
                processInstanceId, number, state, round, competent, openedAt, returnReason, endedAt, endReason);
    }

    Proposal returned(String why) {
        return new Proposal(
                processInstanceId,
                number,
                ProposalState.DRAFTING,
                round + 1,
                authority,
                openedAt,
                why,
                endedAt,
                endReason);
    }

    /** What the decision of a round ordered reads otherwise now: where it stands as a reason, it is put right. */
    Proposal directed(Decision corrected) {
        boolean sentBack =
                isRunning() && corrected.decision() == Decision.Outcome.RETURN && corrected.round() == round - 1;
        boolean endedBy = state == ProposalState.REJECTED && corrected.decision() == Decision.Outcome.REJECT
                || state == ProposalState.ALTERNATIVE && corrected.decision() == Decision.Outcome.ALTERNATIVE;
        return new Proposal(
                processInstanceId,
                number,
                state,
                round,
                authority,
                openedAt,
                sentBack ? corrected.direction() : returnReason,
                endedAt,
                endedBy ? corrected.direction() : endReason);
    }

    Proposal ended(ProposalState how, String why, Instant when) {
        return new Proposal(processInstanceId, number, how, round, authority, openedAt, returnReason, when, why);
    }
}
