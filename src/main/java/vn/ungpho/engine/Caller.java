package vn.ungpho.engine;

import java.util.Arrays;
import java.util.Set;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Role;

/** A signed-in person at one of the doors, with the groups of this moment. */
public record Caller(String id, Set<String> groups) {

    public Caller {
        groups = Set.copyOf(groups);
    }

    public boolean isIn(String group) {
        return groups.contains(group);
    }

    public boolean isOne(Role... roles) {
        return Arrays.stream(roles).map(Role::group).anyMatch(groups::contains);
    }

    /** @throws Refusal (403) if the person has none of these roles */
    public void require(Role... roles) {
        if (!isOne(roles)) {
            throw Refusal.notAllowed("refused.role");
        }
    }
}
