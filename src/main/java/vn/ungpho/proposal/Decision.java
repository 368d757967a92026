package vn.ungpho.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What the authority decided on the submission of one round, as its document says. A version once recorded never changes;
 * a correction is a version of its own.
 *
 * @param direction what else it ordered, or why; null if nothing
 * @param seats as established; empty where no task force is
 * @param termDays likewise; null where no task force is
 * @param by account of who recorded this version
 * @param onBehalfOf in whose place it was recorded, or null
 * @param via through whom, where that power was passed on; else null
 * @param correction why it was corrected to this; null for the first version
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
        String onBehalfOf,
        String via,
        Instant at,
        String correction) {

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

    /** Whoever recorded it, in whose place and through whom, is no second person. */
    boolean isBy(String account) {
        return by.equals(account) || account.equals(onBehalfOf) || account.equals(via);
    }

    boolean saysTheSameAs(Decision other) {
        return documentNumber.equals(other.documentNumber)
                && documentDate.equals(other.documentDate)
                && signerPosition.equals(other.signerPosition)
                && authorityMark == other.authorityMark
                && Objects.equals(direction, other.direction);
    }
}
