package vn.ungpho.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.OpenTasks;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.TaskTimers;

/** The open tasks that are due when a statutory clock is. */
@Component
class ClockTasks {

    private final OpenTasks openTasks;
    private final TaskTimers timers;
    private final Clock clock;

    ClockTasks(OpenTasks openTasks, TaskTimers timers, Clock clock) {
        this.openTasks = openTasks;
        this.timers = timers;
        this.clock = clock;
    }

    void hold(RunningClock running) {
        of(running).forEach(open -> timers.hold(open.task()));
        refresh(running.number());
    }

    void release(RunningClock running, Deadline deadline) {
        of(running).forEach(open -> timers.release(open.task(), nextWarning(deadline), deadline.due()));
        refresh(running.number());
    }

    void move(TaskFile task, Deadline deadline) {
        timers.reschedule(task, nextWarning(deadline), deadline.due());
    }

    /** What the open forms show of clocks. */
    void refresh(String number) {
        openTasks.refreshDossiers(number);
    }

    private List<OpenTasks.Open> of(RunningClock running) {
        return openTasks.of(running.number()).stream()
                .filter(open -> TaskTarget.of(open.task().key()) == TaskTarget.STATUTORY
                        && Deadlines.purposeOf(open.route()).name().equals(running.purpose())
                        && running.isDueWith(open.task()))
                .toList();
    }

    private Instant nextWarning(Deadline deadline) {
        Instant now = clock.instant();
        return deadline.warnings().stream()
                .filter(warning -> warning.isAfter(now))
                .sorted()
                .findFirst()
                .orElse(now);
    }
}
