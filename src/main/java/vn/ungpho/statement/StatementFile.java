package vn.ungpho.statement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A statement with every version of it, what was said about each, and its release.
 *
 * @param unit code of the unit that speaks
 * @param purpose why it was asked for; may be null
 * @param correctionOf the released statement that this one updates or corrects, or null
 * @param requestedBy account
 * @param endedAt when it was released or stopped; null while it is under way
 * @param endReason why it was stopped: a text of a person or a coded value
 * @param versions in their order; empty until the first draft
 * @param reviews in their order
 * @param release null until released
 */
public record StatementFile(
        long id,
        String number,
        String unit,
        String purpose,
        Long correctionOf,
        String requestedBy,
        Instant requestedAt,
        State state,
        Instant endedAt,
        String endReason,
        List<Version> versions,
        List<Review> reviews,
        Release release) {

    public enum State {
        /** The process has not begun yet. */
        REQUESTED,
        DRAFTING,
        CHECKING,
        APPROVING,
        RELEASING,
        RELEASED,
        STOPPED;

        public boolean isOpen() {
            return compareTo(RELEASED) < 0;
        }
    }

    public enum Outcome {
        APPROVE,
        RETURN,
        REJECT,
        WITHDRAW
    }

    /** One draft as it was handed in. Never changed. @param number 1, 2, 3 … */
    public record Version(int number, Wording wording, String draftedBy, Instant draftedAt) {}

    /** @param desk id of the task */
    public record Review(int version, String desk, Outcome outcome, String reason, String by, Instant at) {}

    /** @param unitName the unit's name on that day */
    public record Release(int version, String documentNumber, String channel, String unitName, String by, Instant at) {}

    public StatementFile {
        versions = List.copyOf(versions);
        reviews = List.copyOf(reviews);
    }

    /** The draft that is under way; empty until the first is handed in. */
    public Optional<Version> current() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** The last version before the current one that a desk has seen. */
    Optional<Version> lastReviewed() {
        int current = versions.size();
        return reviews.stream()
                .map(Review::version)
                .filter(version -> version < current)
                .max(Integer::compare)
                .map(version -> versions.get(version - 1));
    }

    /** Why the current draft came back; empty if it did not. */
    Optional<Review> returned() {
        return reviews.isEmpty()
                ? Optional.empty()
                : Optional.of(reviews.get(reviews.size() - 1)).filter(last -> last.outcome() == Outcome.RETURN);
    }

    /** Who let the current draft pass at a desk. */
    Optional<Review> approvalBy(Desk desk) {
        return reviews.stream()
                .filter(review -> review.version() == versions.size()
                        && review.desk().equals(desk.task())
                        && review.outcome() == Outcome.APPROVE)
                .findFirst();
    }
}
