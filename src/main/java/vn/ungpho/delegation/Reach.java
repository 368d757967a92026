package vn.ungpho.delegation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Role;

/** What a power reaches: the tasks that its principal may work on today, within its limits. */
@Component
class Reach {

    /** They control and look after the machinery; nobody acts for them, and they act for nobody. */
    private static final Set<String> NEVER = Set.of(Role.AUDITOR.group(), Role.ADMINISTRATOR.group());

    private final People people;

    Reach(People people) {
        this.people = people;
    }

    static boolean neverActs(Collection<String> groups) {
        return groups.stream().anyMatch(NEVER::contains);
    }

    /** The principal's groups that the power is for; empty once the principal has none of them any more. */
    Set<String> groups(Held held) {
        Set<String> groups = new HashSet<>(people.groupsOf(held.principal()));
        groups.removeAll(NEVER);
        restrict(groups, held.power());
        if (held.first() != null) {
            restrict(groups, held.first());
        }
        return groups;
    }

    private static void restrict(Set<String> groups, Power power) {
        if (power.group() != null) {
            groups.retainAll(Set.of(power.group()));
        }
    }

    /** @param groups those who may work on the task; {@code level} is null while nobody knows it */
    boolean includes(Held held, String process, Integer level, Collection<String> groups) {
        return held.includes(process, level) && groups(held).stream().anyMatch(groups::contains);
    }
}
