package vn.ungpho.assessment;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.Deadline;
import vn.ungpho.clock.Deadlines;
import vn.ungpho.engine.OpenTasks;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.TaskTimers;
import vn.ungpho.incident.LevelChanged;

/** What the application tells the running processes of an assessment: a level holds for all of them at once. */
@Component
class AssessmentProcess {

    private final OpenTasks openTasks;
    private final TaskTimers timers;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;

    AssessmentProcess(OpenTasks openTasks, TaskTimers timers, Deadlines deadlines, ApplicationEventPublisher events) {
        this.openTasks = openTasks;
        this.timers = timers;
        this.deadlines = deadlines;
        this.events = events;
    }

    /** What the open forms show is read anew. */
    void dossiersChanged(String number) {
        openTasks.refreshDossiers(number);
    }

    /** Sets the level everywhere and moves the clocks of the open tasks, counted from their creation. */
    void levelInForce(String number, int level) {
        openTasks.setLevel(number, level);
        events.publishEvent(new LevelChanged(number, level));
        openTasks.of(number).forEach(open -> {
            TaskFile task = open.task();
            Deadline deadline = deadlines.of(task, open.route(), level);
            timers.reschedule(task, deadline.warnings().get(0), deadline.due());
        });
    }
}
