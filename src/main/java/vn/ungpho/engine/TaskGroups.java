package vn.ungpho.engine;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Which groups may work on an open task changes while it is open; whoever gets it is told. */
@Component
public class TaskGroups {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final OpenTasks openTasks;
    private final UserTasks userTasks;
    private final TaskGrants grants;
    private final Candidates candidates;
    private final Upward upward;
    private final ApplicationEventPublisher events;
    private final Acting acting;

    TaskGroups(
            TaskService tasks,
            RuntimeService runtime,
            OpenTasks openTasks,
            UserTasks userTasks,
            TaskGrants grants,
            Candidates candidates,
            Upward upward,
            ApplicationEventPublisher events,
            Acting acting) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.openTasks = openTasks;
        this.userTasks = userTasks;
        this.grants = grants;
        this.candidates = candidates;
        this.upward = upward;
        this.events = events;
        this.acting = acting;
    }

    /** More people may work on it. Whoever claimed it and let its time pass keeps being one of them. */
    public void widen(TaskFile task, String group) {
        acting.asApplication(() -> {
            tasks.addCandidateGroup(task.id(), group);
            tasks.setAssignee(task.id(), null);
            return task;
        });
        tell(task.unclaimed(), List.of(group), null);
    }

    /**
     * Out of one group's hands into another's. Where nobody there can do it, others join at once, as with a task that
     * opens.
     *
     * @param release whoever has claimed it gives it back
     */
    public void hand(TaskFile task, String from, String to, boolean release) {
        TaskFile handed = release ? task.unclaimed() : task;
        Candidates.Found found = acting.asApplication(() -> {
            if (!openTasks.groupsOf(task.id()).contains(to)) {
                tasks.addCandidateGroup(task.id(), to);
            }
            tasks.deleteCandidateGroup(task.id(), from);
            grants.takeFromGroup(task.id(), from);
            if (release) {
                tasks.setAssignee(task.id(), null);
            }
            return joined(handed);
        });
        TaskPassedUpward passed = note(handed, found);
        tell(
                handed,
                Stream.of(to, found.joining()).filter(group -> group != null).toList(),
                passed);
    }

    /** Whoever holds it may no longer: its groups have it again. */
    void giveBack(TaskFile task, List<String> groups) {
        acting.asApplication(() -> {
            tasks.setAssignee(task.id(), null);
            return task;
        });
        tell(task.unclaimed(), groups, null);
    }

    /**
     * Nobody of its groups can do it any more: others join at once, as with a task that opens. Where there is nobody, the
     * administrators are told once.
     */
    void passOn(TaskFile task) {
        Candidates.Found found = acting.asApplication(() -> joined(task));
        if (found.joining() != null) {
            tell(task, List.of(found.joining()), note(task, found));
        } else if (!upward.isKnownToBeForNobody(task)) {
            note(task, found);
        }
    }

    private Candidates.Found joined(TaskFile task) {
        Candidates.Found found = candidates.of(
                task, openTasks.groupsOf(task.id()), userTasks.of(task.key()).takesStandIn());
        if (found.joining() != null) {
            tasks.addCandidateGroup(task.id(), found.joining());
        }
        return found;
    }

    /** @return null unless it goes up */
    private TaskPassedUpward note(TaskFile task, Candidates.Found found) {
        if (found.upward()) {
            return upward.passed(task, found, level(task));
        }
        if (found.joining() != null) {
            upward.stoodIn(task, found);
        }
        return null;
    }

    private void tell(TaskFile task, List<String> groups, TaskPassedUpward passed) {
        events.publishEvent(new TaskOpened(task, groups, level(task), passed));
    }

    private Integer level(TaskFile task) {
        return acting.asApplication(() -> (Integer) runtime.getVariable(task.executionId(), Answers.LEVEL));
    }
}
