package vn.ungpho.proposal;

import java.time.LocalDate;
import java.util.List;

/**
 * A task force as the authority established it.
 *
 * @param processInstanceId of the proposal
 * @param documentDate the date on the decision
 * @param seats as decided
 * @param summary why it was needed, as submitted
 * @param tasks null if not written
 */
public record Establishment(
        String processInstanceId,
        Authority authority,
        String documentNumber,
        LocalDate documentDate,
        String signerPosition,
        AuthorityMark authorityMark,
        List<Seat> seats,
        int termDays,
        String summary,
        String tasks) {

    public Establishment {
        seats = List.copyOf(seats);
    }
}
