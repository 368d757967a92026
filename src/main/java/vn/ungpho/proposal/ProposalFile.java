package vn.ungpho.proposal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A proposal with everything that was said in it, round by round.
 *
 * @param returnReason why the round before was sent back; null in the first
 * @param endedAt null while it runs
 * @param endReason a text of a person or a coded value; null where the decision says it
 */
public record ProposalFile(
        String processInstanceId,
        String number,
        ProposalState state,
        Authority authority,
        Instant openedAt,
        String returnReason,
        Instant endedAt,
        String endReason,
        List<Round> rounds) {

    /**
     * @param draft null while it is being written
     * @param decisions the decision as it was recorded and each correction of it; empty until recorded
     */
    public record Round(
            int number, Draft draft, List<Opinion> opinions, List<Review> reviews, List<Decision> decisions) {

        public Round {
            opinions = List.copyOf(opinions);
            reviews = List.copyOf(reviews);
            decisions = List.copyOf(decisions);
        }

        /** As it reads now; null until recorded. */
        public Decision decision() {
            return decisions.isEmpty() ? null : decisions.get(decisions.size() - 1);
        }

        /** As it read before it was corrected, the newest first. */
        public List<Decision> earlierDecisions() {
            return decision() == null
                    ? List.of()
                    : decisions.subList(0, decisions.size() - 1).stream()
                            .sorted(Comparator.comparing(Decision::at).reversed())
                            .toList();
        }
    }

    public ProposalFile {
        rounds = List.copyOf(rounds);
    }

    public Round round(int number) {
        return rounds.get(number - 1);
    }

    public Round current() {
        return round(rounds.size());
    }

    /** What was last submitted: of the current round, or while that is being written of the round before. */
    Optional<Round> lastDrafted() {
        return rounds.stream().filter(round -> round.draft() != null).reduce((earlier, later) -> later);
    }

    /** Who did not agree, in any round: whoever reads on shall know. */
    Stream<Opinion> disagreements() {
        return rounds.stream()
                .flatMap(round -> round.opinions().stream())
                .filter(opinion -> opinion.value() == Opinion.Value.DISAGREE);
    }
}
