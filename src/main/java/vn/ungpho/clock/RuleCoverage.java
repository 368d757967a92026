package vn.ungpho.clock;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ungpho.clock.ClockRule.Purpose;
import vn.ungpho.input.Refusal;

/** That no purpose is left without a rule on a day on which it is needed. */
final class RuleCoverage {

    /** Without these some task would have no length, whenever its incident occurred. */
    private static final Set<Purpose> ALWAYS_NEEDED = Set.of(Purpose.CEILING, Purpose.REVIEW);

    /** Without these whoever has to answer would have no deadline of the law. */
    private static final Set<Purpose> NEEDED_FROM_TODAY = Set.of(Purpose.FIRST_STATEMENT, Purpose.ANSWER);

    private static final List<Integer> LEVELS = List.of(1, 2, 3, 4);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Law before;
    private final Law after;
    private final LocalDate today;

    private RuleCoverage(List<ClockRule> before, List<ClockRule> after, LocalDate today) {
        this.before = new Law(before, WorkingCalendar.NONE);
        this.after = new Law(after, WorkingCalendar.NONE);
        this.today = today;
    }

    /** @throws Refusal (400) naming the purposes that must always have a rule for all levels */
    static void refuseIfNeededIsMissing(List<ClockRule> rules) {
        String missing = ALWAYS_NEEDED.stream()
                .filter(purpose -> rules.stream().noneMatch(rule -> holds(rule, purpose, ClockRule.ALWAYS))
                        || rules.stream()
                                .noneMatch(rule ->
                                        rule.purpose() == purpose && rule.level() == null && rule.validTo() == null))
                .map(Enum::name)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw Refusal.badInput("purpose", "clock.missing", missing);
        }
    }

    private static boolean holds(ClockRule rule, Purpose purpose, LocalDate day) {
        return rule.purpose() == purpose && rule.level() == null && rule.isValidOn(day);
    }

    /**
     * What had a rule on a day has one still, so that an incident reported late is under the law of its day; from today on
     * the new rules may say themselves when it ends.
     *
     * @throws Refusal (400) naming each purpose that is left out, with its level and the first day without a rule
     */
    static void refuseIfLeftOut(List<ClockRule> before, List<ClockRule> after, LocalDate today) {
        List<String> gaps = new RuleCoverage(before, after, today).gaps();
        if (!gaps.isEmpty()) {
            throw Refusal.badInput("purpose", "clock.leftOut", String.join(", ", gaps));
        }
    }

    private List<String> gaps() {
        Collection<LocalDate> days = days();
        List<String> gaps = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            for (Integer level : levelsOf(purpose)) {
                firstGap(purpose, level, days)
                        .map(day -> purpose + (level == null ? "" : " L" + level) + " (" + DAY.format(day) + ")")
                        .ifPresent(gaps::add);
            }
        }
        return gaps;
    }

    private static List<Integer> levelsOf(Purpose purpose) {
        return purpose.kind() == ClockRule.Kind.STATUTORY ? Arrays.asList((Integer) null) : LEVELS;
    }

    /** Those on which anything can begin or end. */
    private Collection<LocalDate> days() {
        TreeSet<LocalDate> days = new TreeSet<>(Set.of(today));
        Stream.concat(before.rules().stream(), after.rules().stream())
                .flatMap(rule -> Stream.of(
                        rule.validFrom(),
                        rule.validTo() == null ? today : rule.validTo().plusDays(1)))
                .forEach(days::add);
        return days;
    }

    private Optional<LocalDate> firstGap(Purpose purpose, Integer level, Collection<LocalDate> days) {
        return days.stream()
                .filter(day -> before.validOn(purpose, level, day).isPresent()
                        && after.validOn(purpose, level, day).isEmpty())
                .findFirst()
                .filter(day -> NEEDED_FROM_TODAY.contains(purpose) || !isEndedOnPurpose(purpose, level, day));
    }

    /** A law that is repealed: its row stays, with an end that it did not have before. */
    private boolean isEndedOnPurpose(Purpose purpose, Integer level, LocalDate day) {
        LocalDate last = day.minusDays(1);
        return day.isAfter(today)
                && after.validOn(purpose, level, last)
                        .filter(rule -> last.equals(rule.validTo()))
                        .filter(rule -> before.validOn(purpose, level, last)
                                .filter(was -> last.equals(was.validTo()))
                                .isEmpty())
                        .isPresent();
    }
}
