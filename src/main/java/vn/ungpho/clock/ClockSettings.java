package vn.ungpho.clock;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Lengths that no law fixes.
 *
 * @param targets per level 1–4: how long each kind of step may take; a dash in the table is the legal ceiling
 * @param steps per level 1–4: how long the steps of a proposal and of a task force may take
 * @param laterReports per level: how the cadence of situation reports slows down as a task force grows older
 * @param ceiling legal ceiling for all that has no target of its own (Decree 09/2017 art. 6.3.a, Decree 244/2026 art. 7)
 * @param warnAtPercent share of a task's time after which its holders are warned
 * @param quiet how long a monitored incident must be quiet before it closes
 * @param reassessment how often a monitored incident is scored anew
 * @param review how long the review before closing may take (after-action review within 14 days)
 */
@ConfigurationProperties("ungpho.clock")
public record ClockSettings(
        Map<Integer, Targets> targets,
        Map<Integer, Steps> steps,
        @DefaultValue Map<Integer, List<Cadence>> laterReports,
        @DefaultValue("24h") Duration ceiling,
        @DefaultValue("75") int warnAtPercent,
        @DefaultValue("72h") Duration quiet,
        @DefaultValue("24h") Duration reassessment,
        @DefaultValue("14d") Duration review) {

    /** The five targets of the table of levels; null where the table has a dash. */
    public record Targets(
            Duration acknowledge,
            Duration firstAssessment,
            Duration holdingLine,
            Duration fullerStatement,
            Duration situationReport) {}

    /** Lengths of the steps that no source fixes; opinions: 8 hours at level 3, 2 hours at level 4. */
    public record Steps(
            Duration drafting,
            Duration opinion,
            Duration review,
            Duration decision,
            Duration membership,
            Duration planning,
            Duration assignment,
            Duration standDown,
            Duration finalReport) {}

    /** From this age of the task force on, a report is due so often. */
    public record Cadence(Duration after, Duration every) {}

    /** How often a task force of this age reports at this level. */
    public Duration situationReportEvery(int level, Duration age) {
        return laterReports.getOrDefault(level, List.of()).stream()
                .filter(later -> age.compareTo(later.after()) >= 0)
                .max(Comparator.comparing(Cadence::after))
                .map(Cadence::every)
                .or(() -> Optional.ofNullable(targets.get(level).situationReport()))
                .orElse(ceiling);
    }
}
