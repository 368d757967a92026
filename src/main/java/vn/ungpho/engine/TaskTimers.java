package vn.ungpho.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The due date of an open task and its two timers, which warn before it and tell of the breach. */
@Component
public class TaskTimers {

    /** By the convention of the diagrams: the boundary timers are named after their task. */
    private static final String WARN = "Warn";

    private static final String BREACH = "Breach";

    private final TaskService tasks;
    private final ManagementService management;
    private final Acting acting;

    TaskTimers(TaskService tasks, ManagementService management, Acting acting) {
        this.tasks = tasks;
        this.management = management;
        this.acting = acting;
    }

    /** A timer that has fired stays fired; where the due date stays, so do the timers. */
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

    /** They stand still. The due date stays as it was meant. */
    public void hold(TaskFile task) {
        acting.asApplication(() -> {
            both(task).forEach(timer -> management.suspendJobById(timer.getId()));
            return task;
        });
    }

    /** They run again, until then. A timer that has fired stays fired. */
    public void release(TaskFile task, Instant warning, Instant due) {
        reschedule(task, warning, due);
        acting.asApplication(() -> {
            both(task).forEach(timer -> management.activateJobById(timer.getId()));
            return task;
        });
    }

    private List<Job> both(TaskFile task) {
        return Stream.of(WARN, BREACH)
                .flatMap(timer -> jobs(task, timer).stream())
                .toList();
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
