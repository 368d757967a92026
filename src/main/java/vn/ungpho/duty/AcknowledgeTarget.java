package vn.ungpho.duty;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.ClockSettings;
import vn.ungpho.clock.ExerciseSettings;

/** How long somebody on duty has to acknowledge, by level: the first target of the table of levels. */
@Component
class AcknowledgeTarget {

    private static final int LEVEL_UNKNOWN = 3;

    private final ClockSettings settings;
    private final ExerciseSettings exercises;

    AcknowledgeTarget(ClockSettings settings, ExerciseSettings exercises) {
        this.settings = settings;
        this.exercises = exercises;
    }

    /** In the incident's own time: an exercise may run faster. @param level null for not yet known */
    Duration of(String number, Integer level) {
        return exercises.scaled(number, nominal(level));
    }

    Duration nominal(Integer level) {
        return settings.targets().get(level == null ? LEVEL_UNKNOWN : level).acknowledge();
    }
}
