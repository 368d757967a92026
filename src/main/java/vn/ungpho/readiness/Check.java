package vn.ungpho.readiness;

import java.time.Instant;

/**
 * One run of the check.
 *
 * @param askedBy account; null at night
 * @param steps how many steps it looked at
 * @param holes how many it found, of which {@code newHoles} the run before had not
 */
public record Check(long id, Instant at, Occasion occasion, String askedBy, int steps, int holes, int newHoles) {

    public enum Occasion {
        NIGHTLY,
        ON_DEMAND
    }
}
