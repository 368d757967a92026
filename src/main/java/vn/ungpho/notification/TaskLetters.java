package vn.ungpho.notification;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.TaskCancelled;
import vn.ungpho.engine.TaskOpened;

/** Tells those who must act, and those who no longer need to. */
@Component
class TaskLetters {

    private final Letters letters;

    private final ObjectProvider<Alarms> alarms;

    TaskLetters(Letters letters, ObjectProvider<Alarms> alarms) {
        this.letters = letters;
        this.alarms = alarms;
    }

    @EventListener
    void on(TaskOpened opened) {
        letters.aboutTask(
                "task_opened_to_candidates",
                opened.task(),
                opened.level(),
                letters.holders(opened.task(), opened.groups()),
                "opened:" + opened.task().id(),
                Map.of(),
                alarms.stream().map(known -> known.raise(opened)).findFirst().orElse(Map.of()));
    }

    @EventListener
    void on(TaskCancelled cancelled) {
        letters.aboutTask(
                "task_cancelled_to_candidates",
                cancelled.task(),
                cancelled.level(),
                letters.holders(cancelled.task(), cancelled.groups()),
                "cancelled:" + cancelled.task().id(),
                Map.of("reason", cancelled.reason()));
    }
}
