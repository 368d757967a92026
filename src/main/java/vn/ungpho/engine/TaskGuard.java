package vn.ungpho.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Refusal;

/**
 * Candidates may claim, release and complete a task, nothing else. A completion is checked, handed to the feature and
 * recorded with the form as shown and what was entered; the engine's command then carries the feature's answers only.
 */
@Component
class TaskGuard {

    private final UserTasks userTasks;
    private final TaskRights rights;
    private final AuditTrail audit;
    private final InTurn inTurn;

    TaskGuard(UserTasks userTasks, TaskRights rights, AuditTrail audit, InTurn inTurn) {
        this.userTasks = userTasks;
        this.rights = rights;
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
            TaskEntity task = open(fields.text("taskId"));
            rights.require(task, TaskFiles.of(task), caller);
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
        TaskFile file = TaskFiles.of(task);
        TaskRights.Standing standing = rights.require(task, file, caller);
        if (person != null && !person.equals(caller.id())) {
            throw Refusal.notAllowed("refused.assignOther");
        }
        Acting.record(standing.actor());
        if (person == null) {
            return release(task, file, standing);
        }
        rights.requireNotBarred(file, standing);
        if (!caller.id().equals(task.getAssignee())) {
            audit.append(file.number(), "TASK_CLAIMED", facts(file, standing));
        }
        if (standing.representation() != null && task.getAssignee() != null) {
            // Claimed by the one in whose place the caller acts: the engine would see somebody else's claim.
            task.setAssignee(null);
        }
        task.setVariablesLocal(userTasks.of(file.key()).claimed(file, caller));
        return admitted(new ClaimTaskCmd(id, person));
    }

    private Command<Void> release(TaskEntity task, TaskFile file, TaskRights.Standing standing) {
        if (task.getAssignee() != null) {
            audit.append(file.number(), "TASK_RELEASED", facts(file, standing));
        }
        return admitted(new ClaimTaskCmd(file.id(), null));
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
        UserTask userTask = userTasks.of(task.getTaskDefinitionKey());
        TaskFile file = TaskFiles.of(task);
        TaskRights.Standing standing = rights.require(task, file, caller);
        Acting.record(standing.actor());
        rights.requireNotBarred(file, standing);
        Entered entered = userTask.form().read(PlainValues.of(submitted));
        record(task, file, standing, entered);
        Map<String, Object> answers = withoutPermissionChecks(() -> userTask.complete(file, entered));
        rights.done(file, standing);
        if (!caller.id().equals(task.getAssignee())) {
            // The engine's history, too, shall tell who did it.
            task.setAssignee(caller.id());
        }
        return answers;
    }

    /** Whoever acts in somebody else's place names the document that allows it. */
    private static Map<String, Object> facts(TaskFile file, TaskRights.Standing standing) {
        Map<String, Object> facts = new LinkedHashMap<>(TaskFiles.facts(file));
        if (standing.representation() != null) {
            facts.put("actingUnder", standing.representation().document());
            facts.put("via", standing.representation().via());
        }
        return facts;
    }

    private void record(TaskEntity task, TaskFile file, TaskRights.Standing standing, Entered entered) {
        Map<String, Object> facts = facts(file, standing);
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

    /** The person has been checked; what the feature now does with the engine is the application's own work. */
    private static <T> T withoutPermissionChecks(Callable<T> work) {
        return Context.getCommandContext().runWithoutAuthorization(work);
    }
}
