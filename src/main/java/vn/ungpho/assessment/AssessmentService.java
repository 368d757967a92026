package vn.ungpho.assessment;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actors;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.clock.ClockRule;
import vn.ungpho.clock.RunningClocks;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.incident.Measures;
import vn.ungpho.incident.Route;
import vn.ungpho.input.Refusal;

/** Opens, verifies, scores and confirms assessments. Knows nothing of processes. */
@Service
@Transactional
class AssessmentService {

    private final Assessments assessments;
    private final SeverityTables tables;
    private final IncidentService incidents;
    private final RunningClocks clocks;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    AssessmentService(
            Assessments assessments,
            SeverityTables tables,
            IncidentService incidents,
            RunningClocks clocks,
            AuditTrail audit,
            Actors actors,
            Clock clock) {
        this.assessments = assessments;
        this.tables = tables;
        this.incidents = incidents;
        this.clocks = clocks;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    /** What the director decided. {@code level} and {@code reason} may be null. */
    record Decision(Route route, Integer level, String reason) {}

    /** @return the level that sets the clocks: the scored one until the director has confirmed one */
    int open(String number) {
        Incident incident = incidents.get(number);
        assessments.open(number, incident.report().measures(), clock.instant());
        int scored = tables.score(incident.report().measures()).level();
        incidents.scored(number, scored);
        return incidents.get(number).level();
    }

    /**
     * The figures of a new signal, which the incident has taken over, count in the open assessment, too.
     *
     * @return the level that sets the clocks
     */
    int join(String number) {
        Incident incident = incidents.hold(number);
        Assessment open = current(number);
        assessments.save(open.measured(incident.report().measures()));
        if (open.scoring() != null) {
            return score(number);
        }
        incidents.scored(number, tables.score(incident.report().measures()).level());
        return incidents.get(number).level();
    }

    boolean isOpen(String number) {
        return assessments.openOf(number).isPresent();
    }

    Assessment current(String number) {
        return assessments.openOf(number).orElseThrow(() -> Refusal.conflict("refused.taskEnded"));
    }

    void verify(String number, Measures found, String ownerUnit, String note) {
        incidents.hold(number);
        assessments.save(current(number).verified(found, note, actors.current().id()));
        incidents.verified(number, ownerUnit, found);
    }

    /** @return as from {@link #open} */
    int score(String number) {
        incidents.hold(number);
        Assessment verified = current(number);
        Scoring scoring = tables.score(verified.measures());
        assessments.save(verified.scored(scoring, clock.instant()));
        incidents.scored(number, scoring.level());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("score", scoring.score());
        facts.put("explanation", scoring.explanation());
        facts.put("level", scoring.level());
        facts.put("route", scoring.route().name());
        facts.put("taskForceRecommended", scoring.taskForce());
        facts.put("recommendedAuthority", scoring.authority());
        facts.put("recusalRequired", scoring.recusal());
        audit.append(number, "ASSESSMENT_SCORED", facts);
        return incidents.get(number).level();
    }

    /** Scores a monitored incident anew without people. @return whether people have to look at it and do not yet */
    boolean needsPeople(String number) {
        Incident incident = incidents.get(number);
        Scoring scoring = tables.score(incident.report().measures());
        boolean higher = scoring.level() > incident.level();
        audit.append(number, "RESCORED", Map.of("score", scoring.score(), "level", scoring.level(), "higher", higher));
        return higher && !isOpen(number);
    }

    /**
     * The director's word.
     *
     * @return the assessment as confirmed, with the level that now holds
     * @throws Refusal 400 if a reason is missing, 422 if the level may not be lowered yet
     */
    Assessment confirm(String number, Decision decision) {
        Incident incident = incidents.hold(number);
        Assessment current = current(number);
        requireReason(current.scoring(), decision);
        int level = levelFor(current, incident, decision);
        Assessment confirmed = current.confirmed(
                level, decision.route(), decision.reason(), actors.current().id(), clock.instant());
        assessments.save(confirmed);
        incidents.assessed(number, level, decision.route());
        startImpactClock(incident, decision.route());
        return confirmed;
    }

    /** Decree 244/2026/NĐ-CP art. 7.4: 24 hours from the finding that a matter affects public opinion, or may. */
    private void startImpactClock(Incident incident, Route decided) {
        if (decided.compareTo(Route.OWNER) >= 0) {
            clocks.start(
                    incident.number(),
                    ClockRule.Purpose.IMPACT_STATEMENT,
                    incident.report().occurredAt(),
                    clock.instant());
        }
    }

    private static void requireReason(Scoring recommended, Decision decision) {
        boolean differs = decision.route() != recommended.route()
                || decision.level() != null && decision.level() != recommended.level();
        if (differs && decision.reason() == null) {
            throw Refusal.badInput("reason", "assessment.reason");
        }
    }

    private int levelFor(Assessment current, Incident incident, Decision decision) {
        int wanted = decision.level() == null ? current.scoring().level() : decision.level();
        if (!incident.levelConfirmed()) {
            return wanted;
        }
        Optional<Assessment> previous = assessments.lastConfirmedOf(incident.number());
        boolean allowed = DowngradeRule.allows(
                wanted, incident.level(), current, previous.orElse(null), decision.reason() != null);
        if (!allowed && decision.level() != null) {
            throw Refusal.againstRule("level", "assessment.downgrade", incident.level());
        }
        // Not asked for explicitly: the level stays, and this assessment counts as the first lower one.
        return allowed ? wanted : incident.level();
    }
}
