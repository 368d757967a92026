package vn.ungpho.duty;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody is on duty for a group, from an instant to an instant, the second one excluded.
 *
 * @param person name of the account at the time
 * @param order 1 is called first, 2 next, …
 */
public record Shift(UUID id, String group, String account, String person, int order, Instant startsAt, Instant endsAt) {

    boolean overlaps(Shift other) {
        return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }

    public boolean covers(Instant at) {
        return !startsAt.isAfter(at) && at.isBefore(endsAt);
    }

    boolean isOf(Shift other) {
        return group.equals(other.group) && account.equals(other.account);
    }

    boolean saysTheSame(Shift other) {
        return isOf(other) && order == other.order && startsAt.equals(other.startsAt) && endsAt.equals(other.endsAt);
    }

    Shift named(UUID newId) {
        return new Shift(newId, group, account, person, order, startsAt, endsAt);
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("group", group);
        facts.put("account", account);
        facts.put("order", order);
        facts.put("startsAt", RosterFile.time(startsAt));
        facts.put("endsAt", RosterFile.time(endsAt));
        return facts;
    }
}
