package vn.ungpho.clock;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Rules and calendar as they are at one moment, or as somebody would like them to be. */
record Law(List<ClockRule> rules, WorkingCalendar calendar) implements RulesInForce {

    private static final Comparator<ClockRule> OWN_LEVEL_FIRST =
            Comparator.comparing(ClockRule::level, Comparator.nullsLast(Comparator.naturalOrder()));

    Law {
        rules = List.copyOf(rules);
    }

    @Override
    public Optional<ClockRule> validOn(ClockRule.Purpose purpose, Integer level, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.purpose() == purpose
                        && (rule.level() == null || Objects.equals(rule.level(), level))
                        && rule.isValidOn(day))
                .min(OWN_LEVEL_FIRST);
    }

    Law with(List<ClockRule> wanted) {
        return new Law(wanted, calendar);
    }

    Law with(int year, Collection<CalendarDay> days) {
        return new Law(rules, calendar.with(year, days));
    }
}
