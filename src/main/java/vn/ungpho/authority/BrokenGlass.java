package vn.ungpho.authority;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An administrator has put a task into other hands beyond the rules.
 *
 * @param number of the incident
 * @param task id in the diagram
 * @param groups whose task it is
 * @param takenFrom null if nobody held it
 * @param givenTo null if it was only taken from its holder
 * @param liftsBars whether separation and recusal do not hold for that person at this task
 * @param lifted the sentence that would have refused the person; null if none would
 * @param review null while nobody has reviewed it
 */
record BrokenGlass(
        UUID id,
        String number,
        String taskId,
        String task,
        String taskName,
        List<String> groups,
        String takenFrom,
        String givenTo,
        String reason,
        boolean liftsBars,
        String lifted,
        String openedBy,
        Instant openedAt,
        Review review) {

    record Review(boolean justified, String assessment, String by, Instant at) {}

    BrokenGlass {
        groups = List.copyOf(groups);
    }
}
