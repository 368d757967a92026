package vn.ungpho.clock;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rhythms, which are no lengths of a step; those are rules with a date (table {@code clock_rule}).
 *
 * @param laterReports per level: how the cadence of situation reports slows down as a task force grows older
 * @param quiet how long a monitored incident must be quiet before it closes
 * @param reassessment how often a monitored incident is scored anew
 */
@ConfigurationProperties("ungpho.clock")
public record ClockSettings(
        @DefaultValue Map<Integer, List<Cadence>> laterReports,
        @DefaultValue("72h") Duration quiet,
        @DefaultValue("24h") Duration reassessment) {

    /** From this age of the task force on, a report is due so often. */
    public record Cadence(Duration after, Duration every) {}
}
