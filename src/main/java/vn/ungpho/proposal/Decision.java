package vn.ungpho.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the authority decided on the submission of one round, as its document says. Never changed.
 *
 * @param direction what else it ordered, or why; null if nothing
 * @param seats as established; empty where no task force is
 * @param termDays likewise; null where no task force is
 * @param by account of who recorded it
 */
public record Decision(
        int round,
        Outcome decision,
        String documentNumber,
        LocalDate documentDate,
        String signerPosition,
        AuthorityMark authorityMark,
        String direction,
        List<Seat> seats,
        Integer termDays,
        String by,
        Instant at) {

    public enum Outcome {
        ESTABLISH,
        ESTABLISH_AMENDED,
        REJECT,
        ALTERNATIVE,
        RETURN;

        boolean establishes() {
            return this == ESTABLISH || this == ESTABLISH_AMENDED;
        }
    }

    public Decision {
        seats = List.copyOf(seats);
    }
}
