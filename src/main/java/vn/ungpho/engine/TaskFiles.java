package vn.ungpho.engine;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

final class TaskFiles {

    private TaskFiles() {}

    static TaskFile of(TaskEntity task) {
        return of((DelegateTask) task);
    }

    static TaskFile of(DelegateTask task) {
        return new TaskFile(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                process(task.getProcessDefinitionId()),
                task.getExecution().getProcessBusinessKey(),
                task.getProcessInstanceId(),
                task.getExecutionId(),
                (String) task.getVariable(Answers.PART),
                instant(task.getCreateTime()),
                instant(task.getDueDate()),
                task.getAssignee());
    }

    /** The engine's id of a definition begins with its key. */
    static String process(String definitionId) {
        return definitionId.substring(0, definitionId.indexOf(':'));
    }

    static Map<String, Object> facts(TaskFile task) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("task", task.key());
        facts.put("taskId", task.id());
        facts.put("name", task.name());
        if (task.due() != null) {
            facts.put("due", task.due().toString());
        }
        return facts;
    }

    static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
