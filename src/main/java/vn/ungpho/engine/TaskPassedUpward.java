package vn.ungpho.engine;

import java.util.List;

/**
 * Nobody of the named groups can do a task that opens or is open. Published in the same transaction, before
 * {@link TaskOpened}.
 *
 * @param from the named groups
 * @param to the nearest group above in which somebody can; null where nobody is above: somebody has to be named
 */
public record TaskPassedUpward(TaskFile task, List<String> from, String to, Integer level) {

    public TaskPassedUpward {
        from = List.copyOf(from);
    }
}
