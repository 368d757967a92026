package vn.ungpho.engine;

import java.util.Set;

/** A signed-in person at one of the doors, with the groups of this moment. */
public record Caller(String id, Set<String> groups) {

    public Caller {
        groups = Set.copyOf(groups);
    }

    public boolean isIn(String group) {
        return groups.contains(group);
    }
}
