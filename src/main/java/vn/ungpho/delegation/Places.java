package vn.ungpho.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.engine.TaskHands;
import vn.ungpho.engine.TaskOpened;
import vn.ungpho.engine.Turns;
import vn.ungpho.incident.Readers;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;

/**
 * Shows open tasks to deputies and hides them again. Seeing only: whether a deputy may act is asked of the powers
 * themselves, at every claim and completion ({@link InPlaceOf}).
 */
@Service
@Transactional
class Places {

    private final HeldPowers powers;
    private final Reach reach;
    private final ShownTasks shownTasks;
    private final TaskHands hands;
    private final Readers readers;
    private final DeputyLetters letters;
    private final People people;
    private final Turns turns;
    private final AuditTrail audit;
    private final Clock clock;

    Places(
            HeldPowers powers,
            Reach reach,
            ShownTasks shownTasks,
            TaskHands hands,
            Readers readers,
            DeputyLetters letters,
            People people,
            Turns turns,
            AuditTrail audit,
            Clock clock) {
        this.powers = powers;
        this.reach = reach;
        this.shownTasks = shownTasks;
        this.hands = hands;
        this.readers = readers;
        this.letters = letters;
        this.people = people;
        this.turns = turns;
        this.audit = audit;
        this.clock = clock;
    }

    /** The task is not in the tables yet. */
    void opened(TaskOpened opened) {
        ShownTasks.Open task = new ShownTasks.Open(
                opened.task().id(),
                opened.task().name(),
                opened.task().process(),
                opened.task().assignee(),
                opened.task().due(),
                Set.copyOf(opened.groups()));
        String number = opened.task().number();
        List<Reach.Reached> held = heldFor(task.groups());
        if (!held.isEmpty()) {
            wanted(task, shownTasks.levelOf(number), held).values().forEach(one -> show(number, task, one));
        }
    }

    /** What deputies see of the incident is what they may see now. */
    void settle(String number) {
        turns.take(number);
        List<ShownTasks.Shown> before = shownTasks.of(number);
        List<ShownTasks.Open> open = shownTasks.open(number);
        List<Reach.Reached> held =
                heldFor(open.stream().flatMap(task -> task.groups().stream()).collect(Collectors.toSet()));
        if (before.isEmpty() && held.isEmpty()) {
            return;
        }
        Integer level = shownTasks.levelOf(number);
        for (ShownTasks.Open task : open) {
            Map<String, Held> wanted = wanted(task, level, held);
            before.stream()
                    .filter(shown -> shown.task().equals(task.id()) && !wanted.containsKey(shown.deputy()))
                    .forEach(shown -> hide(task, shown));
            wanted.values().forEach(one -> show(number, task, one));
        }
    }

    /** Who may read an incident only because a task was shown to them reads it no longer, unless they have acted. */
    void settled(String deputy, Instant at) {
        shownTasks.forgetEnded(deputy);
        dismiss(deputy);
        powers.settled(deputy, at);
    }

    private void dismiss(String deputy) {
        readers.dismiss(
                deputy,
                shownTasks.to(deputy).stream().map(ShownTasks.Shown::number).collect(Collectors.toSet()));
    }

    private List<Reach.Reached> heldFor(Collection<String> groups) {
        return reach.of(
                powers.heldFor(people.inGroups(groups).stream().map(Person::id).toList(), clock.instant()));
    }

    /** By deputy; where somebody holds two places, the one that is nearer to the head. */
    private Map<String, Held> wanted(ShownTasks.Open task, Integer level, List<Reach.Reached> held) {
        return held.stream()
                .filter(reached -> reached.includes(task.process(), level, task.groups()))
                .map(Reach.Reached::held)
                .sorted(InPlaceOf.NEAREST)
                .collect(Collectors.toMap(Held::deputy, one -> one, (nearer, farther) -> nearer, LinkedHashMap::new));
    }

    private void show(String number, ShownTasks.Open task, Held held) {
        String named = held.principal().equals(task.assignee()) ? task.assignee() : null;
        if (shownTasks.add(new ShownTasks.Shown(task.id(), held.deputy(), number, named))) {
            hands.show(task.id(), held.deputy());
            readers.admit(number, held.deputy());
            letters.tell(number, task, held);
        }
    }

    private void hide(ShownTasks.Open task, ShownTasks.Shown shown) {
        boolean inTheirOwnRight = people.groupsOf(shown.deputy()).stream().anyMatch(task.groups()::contains);
        if (shown.deputy().equals(task.assignee()) && !inTheirOwnRight) {
            hands.give(task.id(), shown.named());
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("taskId", task.id());
            facts.put("name", task.name());
            facts.put("assignee", shown.deputy());
            facts.put("to", shown.named() == null ? List.copyOf(task.groups()) : shown.named());
            audit.append(shown.number(), Actor.process(), "TASK_LEFT_BY_DEPUTY", facts);
        }
        hands.hide(task.id(), shown.deputy());
        shownTasks.remove(shown);
        dismiss(shown.deputy());
    }
}
