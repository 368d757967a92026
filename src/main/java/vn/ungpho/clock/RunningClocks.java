package vn.ungpho.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.AuditTrail;

/**
 * Starts, meets, breaches and ends the statutory clocks of incidents. What was met stays met: whoever is asked again
 * later gets the length of the task. A breach stays as a row for the report of II.4.c, also after the end.
 */
@Service
@Transactional
public class RunningClocks {

    private final ClockTable table;
    private final ClockRules rules;
    private final Terms terms;
    private final Breaches breaches;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    RunningClocks(
            ClockTable table,
            ClockRules rules,
            Terms terms,
            Breaches breaches,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.rules = rules;
        this.terms = terms;
        this.breaches = breaches;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Starts the clock unless it runs already or no rule held on the day that decides, see {@link
     * ClockRule.Purpose#runsFromTheIncident}.
     *
     * @param event when the event of the rule happened, where it is not the occurrence
     */
    public void start(String number, ClockRule.Purpose purpose, Instant occurred, Instant event) {
        LocalDate day = Counting.dayOf(purpose.runsFromTheIncident() ? occurred : event);
        rules.validOn(purpose, null, day).ifPresent(rule -> {
            Instant start = rule.startOf(occurred, event);
            Deadline deadline = terms.of(number, start, rule, List.of());
            if (table.add(number, rule, day, start, deadline, clock.instant())) {
                audit.append(
                        number,
                        "CLOCK_STARTED",
                        Map.of(
                                "rule", rule.code(),
                                "legalBasis", rule.legalBasis(),
                                "start", start.toString(),
                                "due", deadline.due().toString()));
            }
        });
    }

    /** The duty is done: of those with the same duty, too. Too late is met and breached. */
    public void met(String number, ClockRule.Purpose purpose) {
        List<String> together = purpose.metTogether().stream().map(Enum::name).toList();
        table.lockOpen(number).stream()
                .filter(running -> together.contains(running.purpose()))
                .forEach(running -> {
                    if (!running.isPaused() && running.dueAt().isBefore(clock.instant())) {
                        breach(running);
                    }
                    table.met(running, clock.instant());
                    breaches.met(running, clock.instant());
                    audit.append(number, "CLOCK_MET", facts(running));
                });
    }

    public void breached(String number, ClockRule.Purpose purpose) {
        table.lockOpen(number).stream()
                .filter(running -> running.purpose().equals(purpose.name()))
                .forEach(this::breach);
    }

    /** The incident has ended: nothing of it is late any more. */
    public void ended(String number) {
        table.lockOpen(number).forEach(running -> {
            if (running.dueAt().isBefore(clock.instant())) {
                breach(running);
            }
            table.ended(running, clock.instant());
        });
    }

    /** Its time has come: a reminder, or the breach. Called with the row held. */
    void comesRound(RunningClock running) {
        Instant now = clock.instant();
        if (!running.dueAt().isAfter(now)) {
            breach(running);
            return;
        }
        table.next(running, now);
        Map<String, Object> facts = facts(running);
        facts.put("told", breaches.groups(running, running.warnTold()));
        audit.append(running.number(), "CLOCK_WARNED", facts);
        events.publishEvent(new ClockWarned(running));
    }

    private void breach(RunningClock running) {
        if (running.breachedAt() != null || running.isPaused()) {
            return;
        }
        table.breached(running, clock.instant());
        List<String> told = breaches.groups(running, running.breachTold());
        breaches.add(running, clock.instant(), told);
        Map<String, Object> facts = facts(running);
        facts.put("told", told);
        audit.append(running.number(), "CLOCK_BREACHED", facts);
        events.publishEvent(new ClockBreached(running));
    }

    @Transactional(readOnly = true)
    public Optional<RunningClock> of(String number, ClockRule.Purpose purpose) {
        return of(number).stream()
                .filter(running -> running.purpose().equals(purpose.name()))
                .findFirst();
    }

    /** All of the incident, what is due first comes first. */
    @Transactional(readOnly = true)
    public List<RunningClock> of(String number) {
        return table.of(number);
    }

    /** The open clock that is due first. */
    @Transactional(readOnly = true)
    public Optional<RunningClock> nearest(String number) {
        return of(number).stream().filter(RunningClock::isOpen).findFirst();
    }

    static Map<String, Object> facts(RunningClock running) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("purpose", running.purpose());
        facts.put("rule", running.rule());
        facts.put("legalBasis", running.legalBasis());
        facts.put("due", running.dueAt().toString());
        return facts;
    }
}
