package vn.ungpho.incident;

import java.time.Instant;

/**
 * What is known of an incident. No field for an author: claims are kept, persons are not.
 *
 * @param sector free text
 * @param ownerUnit code of the unit that has to answer
 * @param occurredAt when it happened
 * @param receivedAt when the agency received it; never before {@code occurredAt}
 */
public record Report(
        String title,
        String description,
        String sector,
        String ownerUnit,
        String publicUrl,
        Instant occurredAt,
        Instant receivedAt,
        boolean exercise,
        Measures measures) {

    Report raisedBy(Signal.Figures figures) {
        return new Report(
                title,
                description,
                sector,
                ownerUnit,
                publicUrl,
                occurredAt,
                receivedAt,
                exercise,
                measures.raisedBy(figures));
    }

    Report corrected(String owner, Measures verified) {
        return new Report(title, description, sector, owner, publicUrl, occurredAt, receivedAt, exercise, verified);
    }
}
