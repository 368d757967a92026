package vn.ungpho.clock;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Exercises (file numbers {@code DT-…}) may run faster than life.
 *
 * @param timeScale every length is divided by it
 */
@ConfigurationProperties("ungpho.exercise")
public record ExerciseSettings(@DefaultValue("1") double timeScale) {

    public ExerciseSettings {
        if (!(timeScale > 0)) {
            throw new IllegalArgumentException("ungpho.exercise.time-scale must be greater than 0");
        }
    }

    /** The length as it counts for this incident. */
    public Duration scaled(String number, Duration length) {
        return isExercise(number) ? Duration.ofMillis(Math.max(1, (long) (length.toMillis() / timeScale))) : length;
    }

    /** How long that is in the exercise's own time: the reverse of {@link #scaled}. */
    public Duration unscaled(String number, Duration elapsed) {
        return isExercise(number) ? Duration.ofMillis((long) (elapsed.toMillis() * timeScale)) : elapsed;
    }

    boolean isFaster(String number) {
        return isExercise(number) && timeScale != 1;
    }

    private static boolean isExercise(String number) {
        return number != null && number.startsWith("DT-");
    }
}
