package vn.ungpho.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What an import of units changes, or has changed.
 *
 * @param lines of the file
 * @param changes what happens to units, in the order of the file
 * @param counts of the changes by kind
 * @param tasks open ones that change hands, by incident
 * @param losing units that lose tasks, {@code gaining} those that get them
 * @param incidents running ones whose tasks or whose owner change
 * @param offices still standing under units that end
 * @param applied false for a preview
 */
public record UnitPreview(
        int lines,
        int unchanged,
        List<UnitChange> changes,
        Map<UnitChange.Kind, Long> counts,
        List<TaskMove> tasks,
        List<Side> losing,
        List<Side> gaining,
        List<Affected> incidents,
        List<String> offices,
        boolean applied) {

    /**
     * One side of a change of hands.
     *
     * @param people of the unit's group, the first few by name
     * @param count of all of them: nobody may be there yet
     * @param day of the first task that moves
     */
    public record Side(String code, String name, long tasks, List<String> people, int count, LocalDate day) {

        public Side {
            people = List.copyOf(people);
        }
    }

    /** @param ownerChanges whether the unit itself, whose incident it is, ends */
    public record Affected(String number, String title, boolean ownerChanges) {}

    public UnitPreview {
        changes = List.copyOf(changes);
        counts = Map.copyOf(counts);
        tasks = List.copyOf(tasks);
        losing = List.copyOf(losing);
        gaining = List.copyOf(gaining);
        incidents = List.copyOf(incidents);
        offices = List.copyOf(offices);
    }

    public boolean isEmpty() {
        return lines == unchanged;
    }

    UnitPreview done() {
        return new UnitPreview(lines, unchanged, changes, counts, tasks, losing, gaining, incidents, offices, true);
    }
}
