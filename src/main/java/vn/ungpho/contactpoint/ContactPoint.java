package vn.ungpho.contactpoint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Whom one reaches in an agency, with the fields of Decree 09/2017/NĐ-CP art. 3.4 and Decree 244/2026/NĐ-CP art. 3.3.
 *
 * @param unit code of the agency; with {@code validFrom} it tells which
 * @param matter what the person was authorised to speak about; null for the spokesperson
 * @param documentNumber of the assignment or authorisation; null only for the spokesperson
 * @param validTo both days are included; null, for the spokesperson only, is until further notice
 * @param assignedAt when the assignment or authorisation was signed, or null
 * @param publishedAt when it was made public, or null
 * @param confirmedAt when the agency last confirmed the entry, or null
 */
public record ContactPoint(
        UUID id,
        String unit,
        Kind kind,
        String personName,
        String jobTitle,
        String phone,
        String email,
        String matter,
        String documentNumber,
        LocalDate validFrom,
        LocalDate validTo,
        Instant assignedAt,
        Instant publishedAt,
        Instant confirmedAt) {

    public enum Kind {
        /** Người phát ngôn. */
        SPOKESPERSON,
        /** Người được ủy quyền phát ngôn: in writing, for one matter, for a time. */
        AUTHORISED
    }

    /** As the register's forms and files name them; confirmations are no input. */
    public Map<String, Object> asFacts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("agency", unit);
        facts.put("contactKind", kind.name());
        facts.put("personName", personName);
        facts.put("jobTitle", jobTitle);
        facts.put("phone", phone);
        facts.put("email", email);
        facts.put("matter", matter);
        facts.put("documentNumber", documentNumber);
        facts.put("activeFrom", validFrom.toString());
        facts.put("activeTo", text(validTo));
        facts.put("assignedAt", text(assignedAt));
        facts.put("publishedAt", text(publishedAt));
        facts.put("confirmedAt", text(confirmedAt));
        return facts;
    }

    ContactPoint with(UUID newId, Instant confirmed) {
        return new ContactPoint(
                newId,
                unit,
                kind,
                personName,
                jobTitle,
                phone,
                email,
                matter,
                documentNumber,
                validFrom,
                validTo,
                assignedAt,
                publishedAt,
                confirmed);
    }

    ContactPoint endingOn(LocalDate last) {
        return new ContactPoint(
                id,
                unit,
                kind,
                personName,
                jobTitle,
                phone,
                email,
                matter,
                documentNumber,
                validFrom,
                last,
                assignedAt,
                publishedAt,
                confirmedAt);
    }

    ContactPoint corrected(String person, String title, String number, String address, Instant confirmed) {
        return new ContactPoint(
                id,
                unit,
                kind,
                person,
                title,
                number,
                address,
                matter,
                documentNumber,
                validFrom,
                validTo,
                assignedAt,
                publishedAt,
                confirmed);
    }

    /** The same assignment of the same person to the same agency. */
    boolean isSameAssignment(ContactPoint other) {
        return unit.equals(other.unit) && kind == other.kind && email.equalsIgnoreCase(other.email);
    }

    boolean overlaps(ContactPoint other) {
        return isSameAssignment(other)
                && (validTo == null || !validTo.isBefore(other.validFrom))
                && (other.validTo == null || !other.validTo.isBefore(validFrom));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
