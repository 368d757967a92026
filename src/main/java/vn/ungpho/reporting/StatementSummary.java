package vn.ungpho.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import vn.ungpho.statement.StatementFile;

/**
 * A public statement: where it stands. Field names are those of the API.
 *
 * @param version the last that was handed in; 0 before the first draft
 * @param headline of that version; may be null
 * @param correctionOf id of the released statement that this one updates or corrects, or null
 * @param publicPath where everybody reads it; null until released, and always in exercises
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StatementSummary(
        long id,
        String unit,
        String unitName,
        String state,
        String purpose,
        Long correctionOf,
        String requestedBy,
        String requestedByName,
        Instant requestedAt,
        int version,
        String headline,
        Instant endedAt,
        String endReason,
        String documentNumber,
        String publicPath) {

    static StatementSummary of(StatementFile file, boolean exercise, Directory names) {
        Optional<StatementFile.Release> release = Optional.ofNullable(file.release());
        return new StatementSummary(
                file.id(),
                file.unit(),
                names.unit(file.unit()),
                file.state().name(),
                file.purpose(),
                file.correctionOf(),
                file.requestedBy(),
                names.of(file.requestedBy()),
                file.requestedAt(),
                file.versions().size(),
                file.current().map(version -> version.wording().headline()).orElse(null),
                file.endedAt(),
                file.endReason(),
                release.map(StatementFile.Release::documentNumber).orElse(null),
                release.filter(released -> !exercise)
                        .map(released -> "/public/statements/" + file.id())
                        .orElse(null));
    }
}
