package vn.ungpho.delegation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** A power with the principal's groups that it is for: none once the principal has none of them any more. */
    record Reached(Held held, Set<String> groups) {

        /** @param candidates those who may work on the task; {@code level} is null while nobody knows it */
        boolean includes(String process, Integer level, Collection<String> candidates) {
            return held.includes(process, level) && candidates.stream().anyMatch(groups::contains);
        }
    }

    /** In the same order; one statement for all of them. */
    List<Reached> of(Collection<Held> held) {
        Map<String, Set<String>> known =
                people.groupsOf(held.stream().map(Held::principal).collect(Collectors.toSet()));
        return held.stream()
                .map(one -> new Reached(one, groups(one, known.getOrDefault(one.principal(), Set.of()))))
                .toList();
    }

    private static Set<String> groups(Held held, Set<String> ofThePrincipal) {
        Set<String> groups = new HashSet<>(ofThePrincipal);
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
}
