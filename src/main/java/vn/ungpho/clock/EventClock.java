package vn.ungpho.clock;

import java.time.Instant;
import java.util.List;

/**
 * A deadline that runs from an event outside incidents, as its rule says. Whoever keeps the event watches over it.
 *
 * @param warnTold who is told at each warning, see {@link ClockRule}
 * @param breachTold who is told of a breach
 */
public record EventClock(
        String rule,
        String legalBasis,
        Instant due,
        List<Instant> warnings,
        List<String> warnTold,
        List<String> breachTold) {

    public EventClock {
        warnings = List.copyOf(warnings);
        warnTold = List.copyOf(warnTold);
        breachTold = List.copyOf(breachTold);
    }
}
