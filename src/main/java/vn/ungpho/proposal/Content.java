package vn.ungpho.proposal;

import java.util.List;

/**
 * What is proposed.
 *
 * @param summary why a task force is needed
 * @param tasks what it shall do and may decide; null if not written
 * @param consultedUnits codes
 */
public record Content(
        String summary, String tasks, List<String> consultedUnits, List<Seat> seats, int termDays, Urgency urgency) {

    public Content {
        consultedUnits = List.copyOf(consultedUnits);
        seats = List.copyOf(seats);
    }
}
