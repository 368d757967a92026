package vn.ungpho.reorganisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.engine.OpenTasks;
import vn.ungpho.engine.TaskGroups;
import vn.ungpho.engine.Turns;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.People;

/**
 * Open tasks follow their units: on the day a unit has ended its successor gets them. Looked at after each import and
 * again and again, since the day of a change comes by itself; nodes take turns, and the second finds nothing left to do.
 */
@Service
public class Handover {

    private final UnitTable table;
    private final TaskMoves moves;
    private final OpenTasks openTasks;
    private final TaskGroups taskGroups;
    private final Turns turns;
    private final Organisation organisation;
    private final People people;
    private final AuditTrail audit;

    Handover(
            UnitTable table,
            TaskMoves moves,
            OpenTasks openTasks,
            TaskGroups taskGroups,
            Turns turns,
            Organisation organisation,
            People people,
            AuditTrail audit) {
        this.table = table;
        this.moves = moves;
        this.openTasks = openTasks;
        this.taskGroups = taskGroups;
        this.turns = turns;
        this.organisation = organisation;
        this.people = people;
        this.audit = audit;
    }

    /** @return how many tasks have changed hands */
    @Scheduled(fixedDelayString = "${ungpho.reorganisation.interval:1m}")
    @Transactional
    public int run() {
        table.lock();
        table.makeGroups(organisation.today());
        return table.hasSuccession(organisation.today()) ? handOver(table.register()) : 0;
    }

    /** Under the lock of {@link UnitTable}. */
    int handOver(Register units) {
        List<TaskMove> planned = moves.of(units, organisation.today());
        if (planned.isEmpty()) {
            return 0;
        }
        Set<String> numbers = planned.stream().map(move -> move.task().number()).collect(Collectors.toSet());
        // In one order, so that no two wait for each other in a circle.
        numbers.stream().sorted().forEach(turns::take);
        // Somebody may have completed one while we waited.
        List<TaskMove> due = moves.of(units, organisation.today()).stream()
                .filter(move -> numbers.contains(move.task().number()))
                .toList();
        due.forEach(this::hand);
        return due.size();
    }

    private void hand(TaskMove move) {
        boolean release = isLostTo(move);
        taskGroups.hand(move.task(), move.from().group(), move.to().group(), release);
        moves.remember(move);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("task", move.task().key());
        facts.put("taskId", move.task().id());
        facts.put("name", move.task().name());
        facts.put("from", move.from().group());
        facts.put("to", move.to().group());
        facts.put("fromName", move.from().name());
        facts.put("toName", move.to().name());
        facts.put("released", release ? move.task().assignee() : null);
        audit.append(move.task().number(), "TASK_MOVED", facts);
    }

    /** Whoever has claimed it keeps it while one of their groups may work on it. */
    private boolean isLostTo(TaskMove move) {
        String holder = move.task().assignee();
        if (holder == null) {
            return false;
        }
        List<String> theirs = people.groupsOf(holder);
        return !theirs.contains(move.to().group())
                && openTasks.groupsOf(move.task().id()).stream()
                        .filter(group -> !group.equals(move.from().group()))
                        .noneMatch(theirs::contains);
    }
}
