package vn.ungpho.delegation;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.Representation;
import vn.ungpho.engine.StandIns;
import vn.ungpho.engine.TaskFile;

/** Answers the guard in whose place somebody may act, from the powers as they are at this moment. */
@Component
class InPlaceOf implements StandIns {

    /** The mark that is nearest to the head's own signature, and rather directly than through somebody. */
    static final Comparator<Held> NEAREST = Comparator.comparing(Held::mark)
            .thenComparing(held -> held.first() != null)
            .thenComparing(held -> held.power().from())
            .thenComparing(held -> held.power().id());

    private final HeldPowers powers;
    private final Reach reach;
    private final ShownTasks shownTasks;
    private final CatchUp catchUp;
    private final Clock clock;

    InPlaceOf(HeldPowers powers, Reach reach, ShownTasks shownTasks, CatchUp catchUp, Clock clock) {
        this.powers = powers;
        this.reach = reach;
        this.shownTasks = shownTasks;
        this.catchUp = catchUp;
        this.clock = clock;
    }

    @Override
    public List<Representation> of(TaskFile task, Collection<String> groups, Caller caller) {
        if (Reach.neverActs(caller.groups())) {
            return List.of();
        }
        List<Held> held = powers.heldBy(caller.id(), clock.instant());
        if (held.isEmpty()) {
            return List.of();
        }
        Integer level = shownTasks.levelOf(task.number());
        return reach.of(held).stream()
                .filter(reached -> reached.includes(task.process(), level, groups))
                .map(Reach.Reached::held)
                .sorted(NEAREST)
                .map(Held::asRepresentation)
                .toList();
    }

    @Override
    public List<Place> of(String number, String process, Caller caller) {
        if (Reach.neverActs(caller.groups())) {
            return List.of();
        }
        List<Held> held = powers.heldBy(caller.id(), clock.instant());
        if (held.isEmpty()) {
            return List.of();
        }
        Integer level = shownTasks.levelOf(number);
        return reach.of(held).stream()
                .filter(reached -> reached.held().includes(process, level))
                .sorted(Comparator.comparing(Reach.Reached::held, NEAREST))
                .map(reached -> new Place(reached.held().asRepresentation(), as(reached, caller)))
                .toList();
    }

    private static Caller as(Reach.Reached reached, Caller caller) {
        Set<String> groups = new HashSet<>(reached.groups());
        groups.addAll(caller.groups());
        return new Caller(reached.held().principal(), groups);
    }

    @Override
    public void arrives(String person) {
        catchUp.settleIfNeeded(person);
    }
}
