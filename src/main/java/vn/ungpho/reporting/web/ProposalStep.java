package vn.ungpho.reporting.web;

import java.util.Arrays;
import java.util.List;
import vn.ungpho.proposal.ProposalFile;
import vn.ungpho.proposal.ProposalState;
import vn.ungpho.proposal.Review;

/** One step on the way of a proposal, as the page draws it. */
record ProposalStep(Name name, Mark mark) {

    /** In the order of the way. */
    enum Name {
        DRAFT,
        OPINIONS,
        CONSOLIDATION,
        DIRECTOR,
        OFFICE,
        MINISTRY,
        DISPATCH,
        DECISION
    }

    enum Mark {
        DONE,
        CURRENT,
        /** Here it ended without a task force. */
        STOPPED,
        AHEAD
    }

    static List<ProposalStep> of(ProposalFile proposal) {
        Name reached = reached(proposal);
        Mark there = proposal.endedAt() == null
                ? Mark.CURRENT
                : proposal.state() == ProposalState.ESTABLISHED ? Mark.DONE : Mark.STOPPED;
        return Arrays.stream(Name.values())
                .map(step -> new ProposalStep(
                        step, step == reached ? there : step.compareTo(reached) < 0 ? Mark.DONE : Mark.AHEAD))
                .toList();
    }

    /** From what there is in the current round, since a state that has ended does not tell where it was. */
    private static Name reached(ProposalFile proposal) {
        ProposalFile.Round round = proposal.current();
        if (round.draft() == null) {
            return Name.DRAFT;
        }
        if (round.draft().dispatch() != null) {
            return Name.DECISION;
        }
        if (round.draft().resolution() != null) {
            long passed = round.reviews().stream()
                    .filter(review -> review.outcome() == Review.Outcome.APPROVE)
                    .count();
            return Name.values()[Name.DIRECTOR.ordinal() + (int) passed];
        }
        return round.opinions().stream().anyMatch(opinion -> opinion.value() == null)
                ? Name.OPINIONS
                : Name.CONSOLIDATION;
    }
}
