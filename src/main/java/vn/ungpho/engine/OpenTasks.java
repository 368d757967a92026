package vn.ungpho.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The open tasks of an incident, over all its processes. */
@Component
public class OpenTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final UserTasks userTasks;
    private final Acting acting;

    OpenTasks(TaskService tasks, RuntimeService runtime, UserTasks userTasks, Acting acting) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.userTasks = userTasks;
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

    /** Whether it is shown to the person by name, beside its groups. */
    boolean isShownTo(String person, String task) {
        return acting.asApplication(() -> tasks.getIdentityLinksForTask(task).stream()
                .anyMatch(
                        link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && person.equals(link.getUserId())));
    }

    /** Who may work on it. */
    public List<String> groupsOf(String task) {
        return acting.asApplication(() -> tasks.getIdentityLinksForTask(task).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList());
    }
}
