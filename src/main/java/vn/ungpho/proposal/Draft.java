package vn.ungpho.proposal;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The submission (tờ trình) of one round.
 *
 * @param draftedBy account
 * @param resolution null until the opinions are consolidated
 * @param dispatch null until it is sent
 */
public record Draft(
        int round, Content content, String draftedBy, Instant draftedAt, Resolution resolution, Dispatch dispatch) {

    /** How the opinions were accepted or why not (tiếp thu, giải trình). */
    public record Resolution(String text, String by, Instant at) {}

    /** @param documentDate the day in Vietnam */
    public record Dispatch(String documentNumber, LocalDate documentDate, String by, Instant at) {}

    static Draft of(int round, Content content, String by, Instant now) {
        return new Draft(round, content, by, now, null, null);
    }
}
