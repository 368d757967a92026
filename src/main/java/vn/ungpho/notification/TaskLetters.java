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
import vn.ungpho.organisation.Person;
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

    /** Where somebody above has it, they are told with the opening. */
    @EventListener
    void on(TaskPassedUpward passed) {
        if (passed.to() == null) {
            passed(
                    "task_without_anybody_to_administrators",
                    passed,
                    letters.toTell(List.of(Role.ADMINISTRATOR.group())),
                    Map.of());
        }
    }

    @EventListener
    void on(TaskOpened opened) {
        Map<String, Alarms.Call> calls =
                alarms.stream().map(known -> known.raise(opened)).findFirst().orElse(Map.of());
        List<Person> above = above(opened.passed());
        if (!above.isEmpty()) {
            passed("task_passed_upward_to_superiors", opened.passed(), above, calls);
        }
        letters.aboutTask(
                "task_opened_to_candidates",
                opened.task(),
                opened.level(),
                letters.holders(opened.task(), opened.groups()).stream()
                        .filter(person -> !above.contains(person))
                        .toList(),
                "opened:" + opened.task().id(),
                Map.of(),
                calls);
    }

    /** They get one letter, which says why they have it. */
    private List<Person> above(TaskPassedUpward passed) {
        return passed == null || passed.to() == null ? List.of() : letters.toTell(List.of(passed.to()));
    }

    private void passed(String template, TaskPassedUpward passed, List<Person> to, Map<String, Alarms.Call> calls) {
        letters.aboutTask(
                template,
                passed.task(),
                passed.level(),
                to,
                "upward:" + passed.task().id(),
                Map.of("groups", passed.from().stream().map(names::of).collect(Collectors.joining(", "))),
                calls);
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
