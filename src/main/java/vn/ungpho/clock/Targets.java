package vn.ungpho.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** Targets of a level for features that count by themselves. Where a level has none, the legal ceiling holds. */
@Service
public class Targets {

    private final ClockRules rules;
    private final ClockSettings settings;

    Targets(ClockRules rules, ClockSettings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    /** How soon somebody must have said that they are at it. */
    public Duration acknowledge(int level, LocalDate day) {
        return length(ClockRule.Purpose.ACKNOWLEDGE, level, day);
    }

    /** How long the leader of a task force has to decide whether it goes on. */
    public Duration standDown(int level, Instant calledUp) {
        return length(ClockRule.Purpose.STAND_DOWN, level, Counting.dayOf(calledUp));
    }

    /** How often a task force of this age reports at this level. */
    public Duration situationReportEvery(int level, Duration age, Instant calledUp) {
        return settings.laterReports().getOrDefault(level, List.of()).stream()
                .filter(later -> age.compareTo(later.after()) >= 0)
                .max(Comparator.comparing(ClockSettings.Cadence::after))
                .map(ClockSettings.Cadence::every)
                .orElseGet(() -> length(ClockRule.Purpose.SITUATION_REPORT, level, Counting.dayOf(calledUp)));
    }

    private Duration length(ClockRule.Purpose purpose, int level, LocalDate day) {
        return rules.targetOn(purpose, level, day).term().counted();
    }
}
