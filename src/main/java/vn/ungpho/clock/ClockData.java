package vn.ungpho.clock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.input.Vietnam;

/** Rules and calendar as people read them; {@link RuleChanges} and {@link CalendarChanges} change them. */
@Service
@Transactional(readOnly = true)
public class ClockData {

    private final ClockRules rules;
    private final CalendarDays days;
    private final Clock clock;

    ClockData(ClockRules rules, CalendarDays days, Clock clock) {
        this.rules = rules;
        this.days = days;
        this.clock = clock;
    }

    /** All versions. @param search words without diacritics, or empty */
    public List<ClockRule> rules(String search) {
        return rules.all(search);
    }

    /** Those that hold on a day in Vietnam. */
    public List<ClockRule> rulesOn(LocalDate day, String search) {
        return rules.all(search).stream().filter(rule -> rule.isValidOn(day)).toList();
    }

    public List<CalendarDay> calendar(int year) {
        return days.of(year);
    }

    /** Of which years there are data. */
    public List<Integer> years() {
        return days.years();
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(Vietnam.ZONE));
    }

    public byte[] rulesCsv() {
        return RuleBook.write(rules.all(""));
    }

    public byte[] calendarCsv(int year) {
        return CalendarFile.write(days.of(year));
    }
}
