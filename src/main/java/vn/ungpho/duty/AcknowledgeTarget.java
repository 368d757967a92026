package vn.ungpho.duty;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.ExerciseSettings;
import vn.ungpho.clock.Targets;
import vn.ungpho.input.Vietnam;

/** How long somebody on duty has to acknowledge, by level. */
@Component
class AcknowledgeTarget {

    private static final int LEVEL_UNKNOWN = 3;

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
        return exercises.scaled(number, nominal(level));
    }

    Duration nominal(Integer level) {
        return targets.acknowledge(
                level == null ? LEVEL_UNKNOWN : level, LocalDate.ofInstant(clock.instant(), Vietnam.ZONE));
    }
}
