package vn.ungpho.engine;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.AuditTrail;

/** Stands beside every user task of every diagram: fills its dossier, records it, tells who has to know. */
@Component
class TaskWatch extends AbstractBpmnParseListener {

    private final UserTasks userTasks;
    private final Candidates candidates;
    private final Upward upward;
    private final TaskGrants grants;
    private final Ending ending;
    private final Clock clock;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    TaskWatch(
            UserTasks userTasks,
            Candidates candidates,
            Upward upward,
            TaskGrants grants,
            Ending ending,
            Clock clock,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.userTasks = userTasks;
        this.candidates = candidates;
        this.upward = upward;
        this.grants = grants;
        this.ending = ending;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::opened);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, this::cancelled);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::assigned);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::completed);
    }

    private void opened(DelegateTask task) {
        TaskFile file = TaskFiles.of(task);
        UserTask userTask = userTasks.of(file.key());
        userTask.clears().forEach(answer -> task.getExecution().removeVariable(answer));
        userTask.opened(file);
        task.setVariablesLocal(userTask.dossier(file));
        Candidates.Found found =
                candidates.of(file, TaskRights.groupsOf(task.getCandidates()), userTask.takesStandIn());
        if (found.joining() != null) {
            task.addCandidateGroup(found.joining());
        }
        Map<String, Object> facts = new LinkedHashMap<>(TaskFiles.facts(file));
        facts.put("groups", found.all());
        if (file.assignee() != null) {
            facts.put("assignee", file.assignee());
        }
        audit.append(file.number(), Actor.process(), "TASK_OPENED", facts);
        TaskPassedUpward passed = found.upward() ? upward.passed(file, found, level(task)) : null;
        events.publishEvent(new TaskOpened(file, found.all(), level(task), passed));
    }

    private void assigned(DelegateTask task) {
        grants.settle(task);
        if (task.getAssignee() != null) {
            events.publishEvent(new TaskTaken(task.getId()));
        }
    }

    private void completed(DelegateTask task) {
        events.publishEvent(new TaskTaken(task.getId()));
    }

    private void cancelled(DelegateTask task) {
        TaskFile file = TaskFiles.of(task);
        Map<String, Object> facts = new LinkedHashMap<>(TaskFiles.facts(file));
        String reason = reason(file);
        facts.put("reason", reason);
        audit.append(file.number(), "TASK_CANCELLED", facts);
        events.publishEvent(
                new TaskCancelled(file, List.copyOf(TaskRights.groupsOf(task.getCandidates())), level(task), reason));
    }

    private String reason(TaskFile task) {
        if (ending.reason() != null) {
            return ending.reason();
        }
        boolean late = userTasks.of(task.key()).endsWithItsTime()
                && task.due() != null
                && !task.due().isAfter(clock.instant());
        return late ? "TIME_IS_UP" : "OVERTAKEN";
    }

    private static Integer level(DelegateTask task) {
        return task.getVariable(Answers.LEVEL) instanceof Number level ? level.intValue() : null;
    }
}
