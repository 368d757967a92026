package vn.ungpho.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actors;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.clock.ClockSettings;
import vn.ungpho.clock.ExerciseSettings;
import vn.ungpho.engine.Ending;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Vietnam;

/** What happens to an incident, each act with its trace in the record. Knows nothing of processes. */
@Service
@Transactional
public class IncidentService {

    private final Incidents incidents;
    private final ClockSettings clocks;
    private final ExerciseSettings exercises;
    private final Ending ending;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    IncidentService(
            Incidents incidents,
            ClockSettings clocks,
            ExerciseSettings exercises,
            Ending ending,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Actors actors,
            Clock clock) {
        this.incidents = incidents;
        this.clocks = clocks;
        this.exercises = exercises;
        this.ending = ending;
        this.events = events;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    Incident report(Report report, Entered entered) {
        Instant now = clock.instant();
        int year = now.atZone(Vietnam.ZONE).getYear();
        Incident incident = Incident.reported(
                incidents.nextNumber(report.exercise(), year),
                report,
                actors.current().id(),
                now);
        incidents.add(incident);
        audit.append(incident.number(), "INCIDENT_REPORTED", Map.of("entered", entered.asFacts()));
        return incident;
    }

    /** @throws Refusal (404) if no such number was drawn */
    @Transactional(readOnly = true)
    public Incident get(String number) {
        return incidents.find(number).orElseThrow(() -> Refusal.unknown("incident.unknown"));
    }

    @Transactional(readOnly = true)
    public Optional<Incident> find(String number) {
        return incidents.find(number);
    }

    /** Running incidents of these units. */
    @Transactional(readOnly = true)
    public List<Incident> openOwnedBy(Collection<String> units) {
        return units.isEmpty() ? List.of() : incidents.openOwnedBy(units);
    }

    /** Holds the incident's row: every act on an incident takes it first, so that none overwrites another. */
    public Incident hold(String number) {
        return lock(number);
    }

    @Transactional(readOnly = true)
    public List<Signal> signalsOf(String number) {
        return incidents.signalsOf(number);
    }

    public void scored(String number, int provisionalLevel) {
        incidents.save(lock(number).scored(provisionalLevel));
    }

    public void verified(String number, String ownerUnit, Measures measures) {
        Incident incident = lock(number);
        incidents.save(incident.verified(incident.report().corrected(ownerUnit, measures)));
    }

    /** The press director's word: the level holds at once, a higher route comes into force. */
    public Incident assessed(String number, int level, Route decided) {
        Incident before = lock(number);
        Incident after = before.assessed(level, decided);
        incidents.save(after);
        if (!Integer.valueOf(level).equals(before.level()) || before.route() != after.route()) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("levelBefore", before.level());
            facts.put("level", level);
            facts.put("routeBefore", before.route());
            facts.put("route", after.route());
            audit.append(number, "LEVEL_AND_ROUTE_IN_FORCE", facts);
        }
        return after;
    }

    Signal attach(Signal signal, Entered entered) {
        Incident incident = lock(signal.number());
        incidents.save(incident.heardOf(signal.recordedAt(), signal.figures()));
        incidents.add(signal);
        audit.append(
                signal.number(),
                "SIGNAL_ATTACHED",
                Map.of("description", signal.description(), "entered", entered.asFacts()));
        return signal;
    }

    void underReview(String number) {
        incidents.save(lock(number).underReview());
    }

    void withdraw(String number, String reason) {
        audit.append(number, "INCIDENT_WITHDRAWN", Map.of("reason", reason));
        close(number, Incident.Closing.WITHDRAWN, reason);
        ending.because(reason);
    }

    /** @param note the lessons, or why; null where nobody wrote any */
    void close(String number, Incident.Closing how, String note) {
        incidents.save(lock(number).closed(new Incident.End(how, clock.instant(), note)));
        audit.append(number, "INCIDENT_CLOSED", Map.of("how", how.name()));
        ending.because("INCIDENT_ENDED");
        events.publishEvent(new IncidentEnded(number));
    }

    /** When a monitored incident may close by itself: its quiet time after the last thing heard. */
    @Transactional(readOnly = true)
    Instant quietUntil(String number) {
        return get(number).quietSince().plus(exercises.scaled(number, clocks.quiet()));
    }

    void mayRead(String number, String group) {
        incidents.addReader(number, group);
    }

    private Incident lock(String number) {
        return incidents.lock(number).orElseThrow(() -> Refusal.unknown("incident.unknown"));
    }
}
