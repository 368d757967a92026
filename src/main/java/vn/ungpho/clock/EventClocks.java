package vn.ungpho.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What the rules say of events outside incidents. The rule is that of the day of the event in Vietnam. */
@Service
public class EventClocks {

    private static final String NO_INCIDENT = "";

    private final ClockRules rules;
    private final Terms terms;

    EventClocks(ClockRules rules, Terms terms) {
        this.rules = rules;
        this.terms = terms;
    }

    /** How soon the name of who speaks must be public; empty where the law of that day gives no number. */
    public Optional<EventClock> publication(boolean authorised, Instant signed) {
        LocalDate day = Counting.dayOf(signed);
        return (authorised
                        ? rules.validOn(ClockRule.Purpose.AUTHORISATION_PUBLISHED, null, day)
                        : Optional.<ClockRule>empty())
                .or(() -> rules.validOn(ClockRule.Purpose.SPOKESPERSON_PUBLISHED, null, day))
                .map(rule -> running(rule, signed));
    }

    private EventClock running(ClockRule rule, Instant start) {
        Deadline deadline = terms.of(NO_INCIDENT, start, rule, List.of());
        return new EventClock(
                rule.code(),
                rule.legalBasis(),
                deadline.due(),
                deadline.warnings(),
                rule.warnTold(),
                rule.breachTold());
    }
}
