package vn.ungpho.statement;

import java.time.Instant;

/**
 * What a statement says.
 *
 * @param headline null where the number of the document stands in for it
 * @param nextUpdateAt when the public will hear more
 * @param label null for most statements
 * @param falsePart what exactly is false; null where all of it is, or without a label
 * @param evidence why; null without a label
 */
public record Wording(
        String headline,
        String factsKnown,
        String factsUnknown,
        String advice,
        Instant nextUpdateAt,
        Label label,
        String falsePart,
        String evidence) {

    public enum Label {
        /** Tin sai sự thật. */
        FALSE_INFORMATION
    }
}
