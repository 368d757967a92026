package vn.ungpho.assessment;

import java.time.Duration;
import java.time.Instant;
import vn.ungpho.incident.Severity.Harm;

/**
 * Upgrade at once; downgrade after two lower assessments in a row at least four hours apart, or with a written reason
 * once verification is settled and there is no harm.
 */
final class DowngradeRule {

    static final Duration APART = Duration.ofHours(4);

    private DowngradeRule() {}

    /**
     * @param inForce the level that holds now
     * @param previous the assessment confirmed before, or null
     */
    static boolean allows(int wanted, int inForce, Assessment current, Assessment previous, boolean withReason) {
        if (wanted >= inForce) {
            return true;
        }
        boolean settled = current.measures().verification().isSettled()
                && current.measures().harm() == Harm.NONE;
        return settled && withReason || secondInARow(wanted, inForce, current, previous);
    }

    /** Both were lower, and neither was above what is wanted now. */
    private static boolean secondInARow(int wanted, int inForce, Assessment current, Assessment previous) {
        return previous != null
                && previous.scoring().level() < inForce
                && current.scoring().level() < inForce
                && wanted
                        >= Math.max(
                                previous.scoring().level(), current.scoring().level())
                && !lessThanApart(previous.scoredAt(), current.scoredAt());
    }

    private static boolean lessThanApart(Instant earlier, Instant later) {
        return Duration.between(earlier, later).compareTo(APART) < 0;
    }
}
