package vn.ungpho.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.AuditTrail;

/**
 * People leave groups and offices end while tasks are open. What its holder may no longer do goes back to its groups, and
 * what nobody in them can do goes up, as if it opened now. Any number of nodes may sweep: they take turns at an incident,
 * and the second finds nothing left to do.
 */
@Component
public class StrandedTasks {

    private static final Logger log = LoggerFactory.getLogger(StrandedTasks.class);

    private static final String EVERY_GROUP = "";

    private final WaitingTasks waiting;
    private final OpenTasks openTasks;
    private final TaskGroups taskGroups;
    private final TaskRights rights;
    private final Candidates candidates;
    private final Upward upward;
    private final Turns turns;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;

    StrandedTasks(
            WaitingTasks waiting,
            OpenTasks openTasks,
            TaskGroups taskGroups,
            TaskRights rights,
            Candidates candidates,
            Upward upward,
            Turns turns,
            AuditTrail audit,
            TransactionTemplate transactions) {
        this.waiting = waiting;
        this.openTasks = openTasks;
        this.taskGroups = taskGroups;
        this.rights = rights;
        this.candidates = candidates;
        this.upward = upward;
        this.turns = turns;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** One incident's trouble is not the others'; the next round tries again. */
    @Scheduled(
            initialDelayString = "${ungpho.stranded-tasks.interval:1m}",
            fixedDelayString = "${ungpho.stranded-tasks.interval:1m}")
    public void sweep() {
        for (String number : stranded()) {
            try {
                transactions.executeWithoutResult(status -> settle(number));
            } catch (RuntimeException failure) {
                log.warn("Who can do the open tasks of {} could not be settled; it is tried again", number, failure);
            }
        }
    }

    private TreeSet<String> stranded() {
        Map<TaskFile, List<String>> open = waiting.ofGroups(EVERY_GROUP).stream()
                .collect(Collectors.groupingBy(
                        WaitingTasks.Waiting::task,
                        LinkedHashMap::new,
                        Collectors.mapping(WaitingTasks.Waiting::group, Collectors.toList())));
        return open.entrySet().stream()
                .filter(task -> isLeft(task.getKey(), task.getValue()) || isForNobody(task.getKey(), task.getValue()))
                .map(task -> task.getKey().number())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void settle(String number) {
        turns.take(number);
        for (OpenTasks.Open open : openTasks.of(number)) {
            TaskFile task = open.task();
            if (isLeft(task, open.groups())) {
                Map<String, Object> facts = new LinkedHashMap<>(TaskFiles.facts(task));
                facts.put("from", task.assignee());
                facts.put("groups", open.groups());
                audit.append(number, Actor.process(), "TASK_LEFT", facts);
                taskGroups.giveBack(task, open.groups());
                task = task.unclaimed();
            }
            if (isForNobody(task, open.groups())) {
                taskGroups.passOn(task);
            }
        }
    }

    private boolean isLeft(TaskFile task, List<String> groups) {
        return task.assignee() != null && !groups.isEmpty() && !rights.isHeldByRight(task, groups);
    }

    /** Where it is known already that nobody stands above, the administrators have been told. */
    private boolean isForNobody(TaskFile task, List<String> groups) {
        return task.assignee() == null
                && !groups.isEmpty()
                && !candidates.canDo(task, groups)
                && !upward.isKnownToBeForNobody(task);
    }
}
