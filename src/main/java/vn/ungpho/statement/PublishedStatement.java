package vn.ungpho.statement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A released statement as everyone may read it: no incident, no official, no draft.
 *
 * @param feedId its name in the feed for ever
 * @param documentNumber for example {@code 05/TC-PTTH}
 * @param unitName the name of the unit on the day of release
 * @param corrects the statement that this one updates or corrects, or null
 * @param correctedBy those that update or correct this one, oldest first
 */
public record PublishedStatement(
        long id,
        UUID feedId,
        String documentNumber,
        String unitName,
        Instant releasedAt,
        Wording wording,
        Other corrects,
        List<Other> correctedBy) {

    /** Another statement that this one refers to. */
    public record Other(long id, String documentNumber, Instant releasedAt) {}

    public PublishedStatement {
        correctedBy = List.copyOf(correctedBy);
    }

    PublishedStatement correctedBy(List<Other> corrections) {
        return new PublishedStatement(id, feedId, documentNumber, unitName, releasedAt, wording, corrects, corrections);
    }

    /** The headline, or what stands in for it. */
    public String title() {
        return wording.headline() == null ? "Thông cáo số " + documentNumber : wording.headline();
    }

    public boolean isFalseInformation() {
        return wording.label() == Wording.Label.FALSE_INFORMATION;
    }

    /**
     * A correction brings what it corrects to everyone's attention again: wrong information is corrected in the form in
     * which it was made public (Law on Access to Information 104/2016/QH13 art. 22).
     */
    public Instant updatedAt() {
        return Stream.concat(Stream.of(releasedAt), correctedBy.stream().map(Other::releasedAt))
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
