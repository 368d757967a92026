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
        boolean exercise = number != null && number.startsWith("DT-");
        return exercise ? Duration.ofMillis(Math.max(1, (long) (length.toMillis() / timeScale))) : length;
    }
}
