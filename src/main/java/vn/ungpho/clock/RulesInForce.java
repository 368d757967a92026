package vn.ungpho.clock;

import java.time.LocalDate;
import java.util.Optional;

/** Which rule holds on a day in Vietnam. */
interface RulesInForce {

    /** A level's own rule goes before the one for all levels. @param level null where none is known */
    Optional<ClockRule> validOn(ClockRule.Purpose purpose, Integer level, LocalDate day);

    /** The target of a level, else the legal ceiling of all steps, which always holds (see {@link RuleCoverage}). */
    default ClockRule targetOn(ClockRule.Purpose purpose, int level, LocalDate day) {
        return validOn(purpose, level, day)
                .or(() -> validOn(ClockRule.Purpose.CEILING, level, day))
                .orElseThrow();
    }
}
