package vn.ungpho.readiness;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.DeployedSteps;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Vietnam;
import vn.ungpho.organisation.Role;

/** The pre-flight check, every night and on demand, and what the last one found. */
@Service
@Transactional
public class Readiness {

    private final DeployedSteps steps;
    private final Inspector inspector;
    private final Calendars calendars;
    private final Checks checks;
    private final Holes holes;
    private final ReadinessLetters letters;
    private final ReadinessSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    Readiness(
            DeployedSteps steps,
            Inspector inspector,
            Calendars calendars,
            Checks checks,
            Holes holes,
            ReadinessLetters letters,
            ReadinessSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.steps = steps;
        this.inspector = inspector;
        this.calendars = calendars;
        this.checks = checks;
        this.holes = holes;
        this.letters = letters;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refusal (403) for everybody but administrators */
    public Check check(Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        checks.takeTurns();
        return run(Check.Occasion.ON_DEMAND, Actor.person(caller.id()), caller.id());
    }

    /** Once a night, on whichever node comes first; a night that the house slept through is made up for. */
    Optional<Check> checkAtNight() {
        checks.takeTurns();
        return checks.isDoneAtNightSince(lastNight())
                ? Optional.empty()
                : Optional.of(run(Check.Occasion.NIGHTLY, Actor.process(), null));
    }

    private Instant lastNight() {
        ZonedDateTime now = clock.instant().atZone(Vietnam.ZONE);
        ZonedDateTime tonight = now.toLocalDate().atTime(settings.at()).atZone(Vietnam.ZONE);
        return (tonight.isAfter(now) ? tonight.minusDays(1) : tonight).toInstant();
    }

    private Check run(Check.Occasion occasion, Actor actor, String askedBy) {
        Instant now = clock.instant();
        List<DeployedSteps.Step> all = steps.all();
        List<Hole> found = Stream.concat(inspector.holes(all).stream(), calendars.holes().stream())
                .toList();
        List<Hole> before = holes.open(null, "");
        List<Hole> newHoles = found.stream()
                .filter(hole -> before.stream().noneMatch(hole::isSameAs))
                .toList();
        newHoles.forEach(holes::add);
        found.stream().filter(hole -> !newHoles.contains(hole)).forEach(holes::again);
        before.stream().filter(hole -> found.stream().noneMatch(hole::isSameAs)).forEach(hole -> holes.gone(hole, now));
        Check check = checks.add(now, occasion, askedBy, all.size(), found.size(), newHoles.size());
        audit.appendToSystem(actor, "READINESS_CHECKED", facts(check));
        if (occasion == Check.Occasion.NIGHTLY && !newHoles.isEmpty()) {
            letters.newHoles(check, newHoles);
        }
        return check;
    }

    private static Map<String, Object> facts(Check check) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("occasion", check.occasion().name());
        facts.put("steps", check.steps());
        facts.put("holes", check.holes());
        facts.put("newHoles", check.newHoles());
        return facts;
    }

    @Transactional(readOnly = true)
    public Optional<Check> last() {
        return checks.last();
    }

    /** @param kind null for all; {@code search} words without diacritics, or empty */
    @Transactional(readOnly = true)
    public List<Hole> holes(HoleKind kind, String search) {
        return holes.open(kind, search);
    }

    @Transactional(readOnly = true)
    public Map<HoleKind, Integer> counts() {
        return holes.counts();
    }
}
