package vn.ungpho.notification;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.TaskCancelled;
import vn.ungpho.engine.TaskOpened;
import vn.ungpho.engine.TaskPassedUpward;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Role;

/** Tells those who must act, and those who no longer need to. */
@Component
class TaskLetters {

    private final Letters letters;
    private final Names names;
    private final ObjectProvider<Alarms> alarms;

    TaskLetters(Letters letters, Names names, ObjectProvider<Alarms> alarms) {
        this.letters = letters;
        this.names = names;
        this.alarms = alarms;
    }

    /** Besides the letter to all candidates: why the task comes to whoever stands above. */
    @EventListener
    void on(TaskPassedUpward passed) {
        boolean somebody = passed.to() != null;
        letters.aboutTask(
                somebody ? "task_passed_upward_to_superiors" : "task_without_anybody_to_administrators",
                passed.task(),
                passed.level(),
                letters.toTell(List.of(somebody ? passed.to() : Role.ADMINISTRATOR.group())),
                "upward:" + passed.task().id(),
                Map.of("groups", passed.from().stream().map(names::of).collect(Collectors.joining(", "))));
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
