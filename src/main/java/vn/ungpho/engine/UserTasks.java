package vn.ungpho.engine;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds what a feature has brought for a task of a diagram. Asked late, since features depend on the engine. */
@Component
class UserTasks {

    private final ObjectProvider<UserTask> known;

    UserTasks(ObjectProvider<UserTask> known) {
        this.known = known;
    }

    UserTask of(String key) {
        return known.stream()
                .filter(task -> task.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No feature brings the user task " + key));
    }
}
