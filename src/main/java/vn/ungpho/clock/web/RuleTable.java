package vn.ungpho.clock.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.ClockData;
import vn.ungpho.clock.ClockRule;
import vn.ungpho.organisation.KnownNames;
import vn.ungpho.organisation.Names;

/** The rules of a day as the page lists them: those of different levels that are alike otherwise stand in one line. */
@Component
class RuleTable {

    private final ClockData data;
    private final BreachTable breaches;
    private final Names names;

    RuleTable(ClockData data, BreachTable breaches, Names names) {
        this.data = data;
        this.breaches = breaches;
        this.names = names;
    }

    /**
     * One rule, or one of each level.
     *
     * @param rule the first of them
     * @param versions of the same purpose and levels that do not hold on the day, the newest first
     */
    record Row(ClockRule rule, List<ClockRule> levels, String warnTold, String breachTold, List<ClockRule> versions) {}

    /**
     * @param search words without diacritics, or empty
     * @param kind of the purpose, or empty for all
     */
    List<Row> on(LocalDate day, String search, String kind, Locale locale) {
        List<ClockRule> all = data.rules("");
        KnownNames known = names.known(all.stream()
                .flatMap(rule -> Stream.concat(rule.warnTold().stream(), rule.breachTold().stream()))
                .toList());
        return data.rulesOn(day, search).stream()
                .filter(rule -> kind.isEmpty() || rule.purpose().kind().name().equals(kind))
                .collect(Collectors.groupingBy(RuleTable::likeness, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(levels -> row(levels, all, known, day, locale))
                .toList();
    }

    private static List<Object> likeness(ClockRule rule) {
        return List.of(
                rule.code(),
                rule.level() == null,
                rule.legalBasis(),
                rule.warnAt(),
                rule.warnTold(),
                rule.breachTold(),
                rule.pausable(),
                rule.validFrom());
    }

    private Row row(List<ClockRule> levels, List<ClockRule> all, KnownNames known, LocalDate day, Locale locale) {
        ClockRule first = levels.get(0);
        return new Row(
                first,
                levels,
                breaches.told(first.warnTold(), known, day, locale),
                breaches.told(first.breachTold(), known, day, locale),
                all.stream()
                        .filter(other -> other.purpose() == first.purpose()
                                && levels.stream().anyMatch(one -> Objects.equals(one.level(), other.level()))
                                && !levels.contains(other))
                        .sorted(Comparator.comparing(ClockRule::validFrom).reversed())
                        .toList());
    }
}
