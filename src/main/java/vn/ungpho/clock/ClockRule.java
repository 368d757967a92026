package vn.ungpho.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A statutory deadline as it is valid from a day to a day.
 *
 * @param code for example {@code PN24_OLD}
 * @param purpose what the clock is for: {@link Purpose}
 * @param legalBasis the article it rests on, as shown to officials
 * @param startEvent from when it runs
 * @param length how long; hours and days run 24/7
 * @param warnAfter how long after the start holders are warned, ascending
 */
public record ClockRule(
        String code,
        Purpose purpose,
        String legalBasis,
        StartEvent startEvent,
        Duration length,
        LocalDate validFrom,
        LocalDate validTo,
        List<Duration> warnAfter) {

    public enum Purpose {
        /** The agency must speak about a sudden, unusual matter. */
        FIRST_STATEMENT,
        /** Answer to an opinion or to the press. */
        ANSWER
    }

    public enum StartEvent {
        OCCURRED,
        RECEIVED
    }

    public ClockRule {
        warnAfter = List.copyOf(warnAfter);
    }

    Instant startOf(Instant occurred, Instant received) {
        return startEvent == StartEvent.OCCURRED ? occurred : received;
    }
}
