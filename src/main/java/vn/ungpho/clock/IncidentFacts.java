package vn.ungpho.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What clocks need to know of incidents; the room of incidents answers. */
public interface IncidentFacts {

    /** @param level null while nothing is assessed; {@code ownerUnit} the code of the unit that has to speak */
    record Facts(
            String number, String title, Integer level, String ownerUnit, Instant occurredAt, Instant receivedAt) {}

    /** Empty for a number that nobody drew. */
    Optional<Facts> of(String number);

    /** Of all incidents that have not ended. */
    List<Facts> open();
}
