package vn.ungpho.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.ungpho.organisation.Offices;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Role;

/**
 * Who may take a task that opens. Where nobody of the named groups can do it today, because a group is empty or everybody
 * in it is barred, the press officers stand in; where they may not or cannot, it goes up at once. A task never waits for
 * nobody.
 */
@Component
class Candidates {

    private static final String STAND_IN = Role.PRESS_OFFICER.group();

    private final TaskRights rights;
    private final People people;
    private final Offices offices;

    Candidates(TaskRights rights, People people, Offices offices) {
        this.rights = rights;
        this.people = people;
        this.offices = offices;
    }

    /**
     * @param named by the diagram
     * @param joining who joins behind them; null for nobody
     * @param upward whether whoever joins stands above, or would have to
     */
    record Found(List<String> named, String joining, boolean upward) {

        List<String> all() {
            List<String> all = new ArrayList<>(named);
            if (joining != null) {
                all.add(joining);
            }
            return all;
        }
    }

    Found of(TaskFile task, Collection<String> groups, boolean takesStandIn) {
        List<String> named = List.copyOf(groups);
        if (named.isEmpty() || canDo(task, named)) {
            return new Found(named, null, false);
        }
        if (takesStandIn && !named.contains(STAND_IN) && canDo(task, List.of(STAND_IN))) {
            return new Found(named, STAND_IN, false);
        }
        return Stream.concat(named.stream(), takesStandIn ? Stream.of(STAND_IN) : Stream.empty())
                .flatMap(group -> offices.superiorsOf(group).stream())
                .distinct()
                .filter(above -> !named.contains(above) && canDo(task, List.of(above)))
                .findFirst()
                .map(above -> new Found(named, above, true))
                .orElseGet(() -> new Found(named, null, true));
    }

    boolean canDo(TaskFile task, List<String> groups) {
        return people.inGroups(groups).stream()
                .anyMatch(person -> rights.bars(task, List.of(person.id())).isEmpty());
    }
}
