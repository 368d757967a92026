package vn.ungpho.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody may act in somebody else's place.
 *
 * @param principal the account in whose place; of a power that was passed on, the one who passes it on
 * @param from inclusive
 * @param to exclusive; a revoked power ends at {@code revokedAt}
 * @param processes keys of the processes it is for; none: all
 * @param group for the tasks of this one of the principal's groups; null: of all
 * @param highestLevel of the incidents it is for; 1 to 4
 * @param passedOnFrom the power it was passed on from, or null
 * @param revokedAt and the two after it: null unless revoked
 */
public record Power(
        UUID id,
        String principal,
        String deputy,
        Mark mark,
        Instant from,
        Instant to,
        List<String> processes,
        String group,
        int highestLevel,
        String documentNumber,
        LocalDate documentDate,
        UUID passedOnFrom,
        String enteredBy,
        Instant enteredAt,
        Instant revokedAt,
        String revokedBy,
        String revocationReason) {

    public Power {
        processes = List.copyOf(processes);
    }

    /** When it ends or has ended; before its beginning if it was revoked before. */
    public Instant end() {
        return revokedAt == null ? to : revokedAt;
    }

    public boolean holdsAt(Instant at) {
        return !at.isBefore(from) && at.isBefore(end());
    }

    boolean overlaps(Power other) {
        return from.isBefore(other.end()) && other.from.isBefore(end());
    }

    /** Whether a task could fall under both; the level does not matter: the lower one belongs to both. */
    boolean meets(Power other) {
        boolean sameProcess = processes.isEmpty()
                || other.processes.isEmpty()
                || processes.stream().anyMatch(other.processes::contains);
        return sameProcess && (group == null || other.group == null || group.equals(other.group));
    }

    /** @param level null while nobody knows it: then only a power without limit is enough */
    boolean includes(String process, Integer level) {
        return (processes.isEmpty() || processes.contains(process)) && (level == null ? 4 : level) <= highestLevel;
    }

    /** For the history of changes. */
    Map<String, Object> asFacts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("principal", principal);
        facts.put("deputy", deputy);
        facts.put("mark", mark.name());
        facts.put("from", from.toString());
        facts.put("to", to.toString());
        if (!processes.isEmpty()) {
            facts.put("processes", String.join(", ", processes));
        }
        putIfAny(facts, "group", group);
        facts.put("highestLevel", highestLevel);
        facts.put("documentNumber", documentNumber);
        facts.put("documentDate", documentDate.toString());
        putIfAny(facts, "passedOnFrom", passedOnFrom);
        putIfAny(facts, "revokedAt", revokedAt);
        putIfAny(facts, "revocationReason", revocationReason);
        return facts;
    }

    private static void putIfAny(Map<String, Object> facts, String name, Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
