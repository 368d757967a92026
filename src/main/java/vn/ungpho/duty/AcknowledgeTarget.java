package vn.ungpho.duty;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.ExerciseSettings;
import vn.ungpho.clock.Targets;

/** How long somebody on duty has to acknowledge, by level. */
@Component
class AcknowledgeTarget {

    private final Targets targets;
    private final ExerciseSettings exercises;
    private final Clock clock;

    AcknowledgeTarget(Targets targets, ExerciseSettings exercises, Clock clock) {
        this.targets = targets;
        this.exercises = exercises;
        this.clock = clock;
    }

    /** In the incident's own time: an exercise may run faster. @param level null for not yet known */
    Duration of(String number, Integer level) {
        return exercises.scaled(number, nominal(number, level));
    }

    /** By the rules of the day of the incident. */
    Duration nominal(String number, Integer level) {
        return targets.acknowledge(number, level, clock.instant());
    }
}
