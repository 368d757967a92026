package vn.ungpho.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Turns turns;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;

    StrandedTasks(
            WaitingTasks waiting,
            OpenTasks openTasks,
            TaskGroups taskGroups,
            TaskRights rights,
            Candidates candidates,
            Turns turns,
            AuditTrail audit,
            TransactionTemplate transactions) {
        this.waiting = waiting;
        this.openTasks = openTasks;
        this.taskGroups = taskGroups;
        this.rights = rights;
        this.candidates = candidates;
        this.turns = turns;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** One incident's trouble is not the others'; the next round tries again. */
    @Scheduled(
            initialDelayString = "${ungpho.stranded-tasks.interval:1m}",
            fixedDelayString = "${ungpho.stranded-tasks.interval:1m}")
    public void sweep() {
        byIncident().forEach((number, open) -> {
            try {
                if (open.entrySet().stream().anyMatch(task -> isStranded(task.getKey(), task.getValue()))) {
                    transactions.executeWithoutResult(status -> settle(number));
                }
            } catch (RuntimeException failure) {
                log.warn("Who can do the open tasks of {} could not be settled; it is tried again", number, failure);
            }
        });
    }

    private Map<String, Map<TaskFile, List<String>>> byIncident() {
        return waiting.ofGroups(EVERY_GROUP).stream()
                .collect(Collectors.groupingBy(
                        one -> one.task().number(),
                        LinkedHashMap::new,
                        Collectors.groupingBy(
                                WaitingTasks.Waiting::task,
                                LinkedHashMap::new,
                                Collectors.mapping(WaitingTasks.Waiting::group, Collectors.toList()))));
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

    private boolean isStranded(TaskFile task, List<String> groups) {
        return isLeft(task, groups) || isForNobody(task, groups);
    }

    /** To whom it is shown in somebody's place is looked after where the powers are: it may go back to that person. */
    private boolean isLeft(TaskFile task, List<String> groups) {
        return task.assignee() != null
                && !groups.isEmpty()
                && !rights.isHeldByRight(task, groups)
                && !openTasks.isShownTo(task.assignee(), task.id());
    }

    private boolean isForNobody(TaskFile task, List<String> groups) {
        return task.assignee() == null && !groups.isEmpty() && !candidates.canDo(task, groups);
    }
}
