package vn.ungpho.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Names;

/**
 * Candidates may claim, release and complete a task, nothing else. A completion is checked, handed to the feature and
 * recorded with the form as shown and what was entered; the engine's command then carries the feature's answers only.
 */
@Component
class TaskGuard {

    private final UserTasks userTasks;
    private final Names names;
    private final AuditTrail audit;
    private final InTurn inTurn;

    TaskGuard(UserTasks userTasks, Names names, AuditTrail audit, InTurn inTurn) {
        this.userTasks = userTasks;
        this.names = names;
        this.audit = audit;
        this.inTurn = inTurn;
    }

    Command<VariableMap> complete(CompleteTaskCmd command, Caller caller) {
        CommandFields fields = new CommandFields(command);
        String id = fields.text("taskId");
        Map<String, Object> answers = answers(id, fields.the("variables"), caller);
        return admitted(new CompleteTaskCmd(
                id, answers, fields.yes("returnVariables"), fields.yes("deserializeReturnedVariables")));
    }

    Command<VariableMap> submit(SubmitTaskFormCmd command, Caller caller) {
        CommandFields fields = new CommandFields(command);
        String id = fields.text("taskId");
        Map<String, Object> answers = answers(id, fields.the("properties"), caller);
        return admitted(
                new SubmitTaskFormCmd(id, answers, fields.yes("returnVariables"), fields.yes("deserializeValues")));
    }

    Command<Void> claim(ClaimTaskCmd command, Caller caller) {
        CommandFields fields = new CommandFields(command);
        String person = fields.text("userId");
        if (person == null) {
            requireMayWork(open(fields.text("taskId")), caller);
            throw Refusal.badInput("userId", "input.required");
        }
        return assign(fields.text("taskId"), person, caller);
    }

    /** REST releases a task by assigning it to nobody, which needs more than a candidate has; a claim by nobody does not. */
    Command<Void> release(AssignTaskCmd command, Caller caller) {
        CommandFields fields = new CommandFields(command);
        if (fields.text("userId") != null) {
            throw Refusal.unknown("refused.operation");
        }
        return assign(fields.text("taskId"), null, caller);
    }

    private Command<Void> assign(String id, String person, Caller caller) {
        inTurn.ofTask(id);
        TaskEntity task = open(id);
        requireMayWork(task, caller);
        if (person != null && !person.equals(caller.id())) {
            throw Refusal.notAllowed("refused.assignOther");
        }
        UserTask userTask = userTasks.of(task.getTaskDefinitionKey());
        TaskFile file = TaskFiles.of(task);
        if (person != null) {
            requireNotBarred(userTask, file, caller);
        }
        if (person == null ? task.getAssignee() != null : task.getAssignee() == null) {
            audit.append(file.number(), person == null ? "TASK_RELEASED" : "TASK_CLAIMED", TaskFiles.facts(file));
        }
        if (person != null) {
            task.setVariablesLocal(userTask.claimed(file, caller));
        }
        return admitted(new ClaimTaskCmd(id, person));
    }

    /**
     * The person has been asked for. Asking the engine's authorizations once more would tell a person who has just lost a
     * race that the task is forbidden, since its authorizations have ended with it; so it fails as what it is, a conflict.
     */
    private static <T> Command<T> admitted(Command<T> command) {
        return context -> context.runWithoutAuthorization(() -> command.execute(context));
    }

    private Map<String, Object> answers(String id, Map<String, ?> submitted, Caller caller) {
        inTurn.ofTask(id);
        TaskEntity task = open(id);
        requireMayWork(task, caller);
        UserTask userTask = userTasks.of(task.getTaskDefinitionKey());
        TaskFile file = TaskFiles.of(task);
        requireNotBarred(userTask, file, caller);
        Entered entered = userTask.form().read(PlainValues.of(submitted));
        record(task, file, entered);
        Map<String, Object> answers = withoutPermissionChecks(() -> userTask.complete(file, entered));
        if (task.getAssignee() == null) {
            // The engine's history, too, shall tell who did it.
            task.setAssignee(caller.id());
        }
        return answers;
    }

    private void record(TaskEntity task, TaskFile file, Entered entered) {
        Map<String, Object> facts = new LinkedHashMap<>(TaskFiles.facts(file));
        facts.put(
                "form",
                task.getProcessDefinition().getKey() + ":"
                        + task.getProcessDefinition().getVersion());
        facts.put("shown", new LinkedHashMap<>(task.getVariablesLocal()));
        facts.put("entered", entered.asFacts());
        audit.append(file.number(), "TASK_COMPLETED", facts);
    }

    private static TaskEntity open(String id) {
        CommandContext context = Context.getCommandContext();
        TaskEntity task = id == null ? null : context.getTaskManager().findTaskById(id);
        if (task != null) {
            return task;
        }
        boolean wasThere =
                id != null && context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(id) != null;
        throw wasThere ? Refusal.conflict("refused.taskEnded") : Refusal.unknown("refused.taskUnknown");
    }

    private void requireMayWork(TaskEntity task, Caller caller) {
        Set<IdentityLink> candidates = task.getCandidates();
        if (candidates.isEmpty() && task.getAssignee() == null) {
            // Somebody has completed it since it was read.
            throw Refusal.conflict("refused.race");
        }
        boolean candidate = candidates.isEmpty()
                ? caller.id().equals(task.getAssignee())
                : candidates.stream().anyMatch(link -> isFor(link, caller));
        if (!candidate) {
            throw Refusal.notAllowed("refused.notYourTask");
        }
        if (task.getAssignee() != null && !task.getAssignee().equals(caller.id())) {
            throw Refusal.conflict("refused.claimedByOther", names.of(task.getAssignee()));
        }
    }

    private static boolean isFor(IdentityLink link, Caller caller) {
        return caller.id().equals(link.getUserId()) || link.getGroupId() != null && caller.isIn(link.getGroupId());
    }

    private static void requireNotBarred(UserTask userTask, TaskFile file, Caller caller) {
        userTask.bars(file, caller).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** The person has been checked; what the feature now does with the engine is the application's own work. */
    private static <T> T withoutPermissionChecks(Callable<T> work) {
        return Context.getCommandContext().runWithoutAuthorization(work);
    }

    static Set<String> groupsOf(Set<IdentityLink> candidates) {
        return candidates.stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .collect(Collectors.toSet());
    }
}
