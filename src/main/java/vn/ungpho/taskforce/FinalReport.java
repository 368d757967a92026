package vn.ungpho.taskforce;

import java.time.Instant;

/**
 * The report with which a task force ends.
 *
 * @param returnReason why the last version was sent back, or null
 * @param approvedBy null until it is approved
 * @param documentNumber the number it was given at its approval, for example {@code 03/BC-TCT}; null before
 */
record FinalReport(
        String text,
        String writtenBy,
        Instant writtenAt,
        String returnReason,
        int returns,
        String approvedBy,
        Instant approvedAt,
        String documentNumber) {

    static FinalReport first(String text, String by, Instant when) {
        return new FinalReport(text, by, when, null, 0, null, null, null);
    }

    FinalReport rewritten(String newText, String by, Instant when) {
        return new FinalReport(newText, by, when, null, returns, null, null, null);
    }

    FinalReport returned(String why) {
        return new FinalReport(text, writtenBy, writtenAt, why, returns + 1, null, null, null);
    }

    FinalReport approved(String by, Instant when, String number) {
        return new FinalReport(text, writtenBy, writtenAt, null, returns, by, when, number);
    }
}
