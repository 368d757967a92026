package vn.ungpho.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Targets of a level for features that count by themselves. The rules are those of the day of the incident, as for its
 * tasks. Where a level has no target, the legal ceiling holds.
 */
@Service
public class Targets {

    private final RulesInForce rules;
    private final ClockSettings settings;
    private final IncidentDay days;

    Targets(RulesInForce rules, ClockSettings settings, IncidentDay days) {
        this.rules = rules;
        this.settings = settings;
        this.days = days;
    }

    /**
     * How soon somebody must have said that they are at it.
     *
     * @param level null while nothing is assessed
     * @param asked decides where the number is no incident's
     */
    public Duration acknowledge(String number, Integer level, Instant asked) {
        int assumed = level == null ? TaskDeadlines.LEVEL_UNKNOWN : level;
        return length(ClockRule.Purpose.ACKNOWLEDGE, assumed, days.of(number, asked));
    }

    /** How long the leader of a task force has to decide whether it goes on. */
    public Duration standDown(String number, int level, Instant calledUp) {
        return length(ClockRule.Purpose.STAND_DOWN, level, days.of(number, calledUp));
    }

    /** How often a task force of this age reports at this level. */
    public Duration situationReportEvery(String number, int level, Duration age, Instant calledUp) {
        return settings.laterReports().getOrDefault(level, List.of()).stream()
                .filter(later -> age.compareTo(later.after()) >= 0)
                .max(Comparator.comparing(ClockSettings.Cadence::after))
                .map(ClockSettings.Cadence::every)
                .orElseGet(() -> length(ClockRule.Purpose.SITUATION_REPORT, level, days.of(number, calledUp)));
    }

    private Duration length(ClockRule.Purpose purpose, int level, LocalDate day) {
        return rules.targetOn(purpose, level, day).term().counted();
    }
}
