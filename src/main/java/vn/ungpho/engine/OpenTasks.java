package vn.ungpho.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The open tasks of an incident, over all its processes, and their clocks. */
@Component
public class OpenTasks {

    /** By the convention of the diagrams: the boundary timers are named after their task. */
    private static final String WARN = "Warn";

    private static final String BREACH = "Breach";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final UserTasks userTasks;
    private final Candidates candidates;
    private final Upward upward;
    private final ApplicationEventPublisher events;
    private final Acting acting;

    OpenTasks(
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            UserTasks userTasks,
            Candidates candidates,
            Upward upward,
            ApplicationEventPublisher events,
            Acting acting) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.userTasks = userTasks;
        this.candidates = candidates;
        this.upward = upward;
        this.events = events;
        this.acting = acting;
    }

    /** {@code groups} are those who may work on it; {@code route} is that of its process, or null. */
    public record Open(TaskFile task, List<String> groups, String route) {

        public Open {
            groups = List.copyOf(groups);
        }
    }

    public List<Open> of(String number) {
        return acting.asApplication(() ->
                tasks.createTaskQuery().processInstanceBusinessKey(number).orderByTaskCreateTime().asc().list().stream()
                        .map(task -> open(task, number))
                        .toList());
    }

    Optional<Open> one(String id) {
        return acting.asApplication(
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(id).singleResult())
                        .map(task -> open(task, numberOf(task))));
    }

    private String numberOf(Task task) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    private Open open(Task task, String number) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getGroupId() != null)
                // As they were listed; whoever joined later stands after them.
                .sorted(Comparator.comparingLong(OpenTasks::made))
                .map(IdentityLink::getGroupId)
                .toList();
        return new Open(
                new TaskFile(
                        task.getId(),
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        TaskFiles.process(task.getProcessDefinitionId()),
                        number,
                        task.getProcessInstanceId(),
                        task.getExecutionId(),
                        (String) runtime.getVariable(task.getExecutionId(), Answers.PART),
                        TaskFiles.instant(task.getCreateTime()),
                        TaskFiles.instant(task.getDueDate()),
                        task.getAssignee()),
                groups,
                (String) runtime.getVariable(task.getExecutionId(), Answers.ROUTE));
    }

    /** The engine keeps no order of candidates, but its ids (UUIDs of version 1) tell when they were made. */
    private static long made(IdentityLink link) {
        return UUID.fromString(link.getId()).timestamp();
    }

    /** Fills the dossiers of all open tasks anew, since what they show has changed. */
    public void refreshDossiers(String number) {
        refreshDossiers(number, key -> true);
    }

    /** Those of some tasks only. @param affected by their ids in the diagram */
    public void refreshDossiers(String number, Predicate<String> affected) {
        acting.asApplication(() -> {
            List<Open> open = of(number).stream()
                    .filter(one -> affected.test(one.task().key()))
                    .toList();
            open.forEach(one -> tasks.setVariablesLocal(
                    one.task().id(), userTasks.of(one.task().key()).dossier(one.task())));
            return open.size();
        });
    }

    /** Sets the level in every running process of the incident. */
    public void setLevel(String number, int level) {
        acting.asApplication(() -> {
            List<ProcessInstance> running = runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(number)
                    .list();
            running.forEach(process -> runtime.setVariable(process.getId(), Answers.LEVEL, level));
            return running.size();
        });
    }

    /**
     * Moves the due date of an open task and its two timers. A timer that has fired stays fired; where the due date
     * stays, so do the timers.
     */
    public void reschedule(TaskFile task, Instant warning, Instant due) {
        if (Date.from(due).equals(Date.from(task.due()))) {
            return;
        }
        acting.asApplication(() -> {
            Task open = tasks.createTaskQuery().taskId(task.id()).singleResult();
            open.setDueDate(Date.from(due));
            tasks.saveTask(open);
            move(task, WARN, warning);
            move(task, BREACH, due);
            return open;
        });
    }

    /** Its two timers stand still. The due date stays as it was meant. */
    public void hold(TaskFile task) {
        acting.asApplication(() -> {
            timers(task).forEach(timer -> management.suspendJobById(timer.getId()));
            return task;
        });
    }

    /** Its two timers run again, until then. A timer that has fired stays fired. */
    public void release(TaskFile task, Instant warning, Instant due) {
        reschedule(task, warning, due);
        acting.asApplication(() -> {
            timers(task).forEach(timer -> management.activateJobById(timer.getId()));
            return task;
        });
    }

    private List<Job> timers(TaskFile task) {
        return Stream.of(WARN, BREACH)
                .flatMap(timer -> jobs(task, timer).stream())
                .toList();
    }

    /** More people may work on it and are told. Whoever claimed it and let its time pass keeps being one of them. */
    public void widen(TaskFile task, String group) {
        Integer level = acting.asApplication(() -> {
            tasks.addCandidateGroup(task.id(), group);
            tasks.setAssignee(task.id(), null);
            return (Integer) runtime.getVariable(task.executionId(), Answers.LEVEL);
        });
        events.publishEvent(new TaskOpened(task.unclaimed(), List.of(group), level));
    }

    /** Who may work on it. */
    public List<String> groupsOf(String task) {
        return acting.asApplication(() -> tasks.getIdentityLinksForTask(task).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList());
    }

    /**
     * Out of one group's hands into another's, whose people are told. Where nobody there can do it, others join at once, as
     * with a task that opens.
     *
     * @param release whoever has claimed it gives it back
     */
    public void hand(TaskFile task, String from, String to, boolean release) {
        TaskFile free = release ? task.unclaimed() : task;
        Candidates.Found found = acting.asApplication(() -> {
            if (!groupsOf(task.id()).contains(to)) {
                tasks.addCandidateGroup(task.id(), to);
            }
            tasks.deleteCandidateGroup(task.id(), from);
            if (release) {
                tasks.setAssignee(task.id(), null);
            }
            return joined(free);
        });
        Integer level = acting.asApplication(() -> (Integer) runtime.getVariable(task.executionId(), Answers.LEVEL));
        if (found.upward()) {
            upward.passed(free, found, level);
        }
        events.publishEvent(new TaskOpened(
                free,
                Stream.of(to, found.joining()).filter(group -> group != null).toList(),
                level));
    }

    private Candidates.Found joined(TaskFile task) {
        Candidates.Found found = candidates.of(
                task, groupsOf(task.id()), userTasks.of(task.key()).takesStandIn());
        if (found.joining() != null) {
            tasks.addCandidateGroup(task.id(), found.joining());
        }
        return found;
    }

    private void move(TaskFile task, String timer, Instant to) {
        // With its repetitions: else a reminder that was moved forward would come again at its first time.
        jobs(task, timer).forEach(job -> management.setJobDuedate(job.getId(), Date.from(to), true));
    }

    private List<Job> jobs(TaskFile task, String timer) {
        return management
                .createJobQuery()
                .processInstanceId(task.processInstanceId())
                .activityId(task.key() + timer)
                .list()
                .stream()
                // Of several tasks with the same id, only this one's.
                .filter(job -> task.executionId().equals(job.getExecutionId()))
                .toList();
    }
}
