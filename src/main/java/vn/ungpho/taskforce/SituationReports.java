package vn.ungpho.taskforce;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actors;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.incident.IncidentService;

/** The situation reports of a task force and their rhythm. Knows nothing of processes. */
@Service
@Transactional
class SituationReports {

    private final Journal journal;
    private final TaskForces teams;
    private final ReportCadence cadence;
    private final IncidentService incidents;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    SituationReports(
            Journal journal,
            TaskForces teams,
            ReportCadence cadence,
            IncidentService incidents,
            AuditTrail audit,
            Actors actors,
            Clock clock) {
        this.journal = journal;
        this.teams = teams;
        this.cadence = cadence;
        this.incidents = incidents;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    /** What the secretary wrote. {@code situation}, {@code forecast} and {@code decisionsNeeded} may be null. */
    record Written(String situation, boolean noChange, String forecast, String decisionsNeeded) {}

    /** In the order of their numbers. */
    @Transactional(readOnly = true)
    List<SituationReport> of(String taskForce) {
        return journal.reports(taskForce);
    }

    void submit(String taskForce, Written written) {
        String number = teams.get(taskForce).number();
        int level = incidents.hold(number).level();
        TaskForce team = teams.get(taskForce);
        Instant now = clock.instant();
        int ordinal = journal.reports(taskForce).size() + 1;
        journal.add(new SituationReport(
                taskForce,
                ordinal,
                level,
                written.situation(),
                written.noChange(),
                written.forecast(),
                written.decisionsNeeded(),
                actors.current().id(),
                now));
        teams.save(team.reporting(cadence.next(team, now, level)));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("ordinal", ordinal);
        facts.put("level", level);
        facts.put("noChange", written.noChange());
        audit.append(number, "SITUATION_REPORT_SUBMITTED", facts);
    }

    /** @return the task forces of the incident whose next report is due at another time than before */
    List<TaskForce> levelChanged(String number, int level) {
        incidents.hold(number);
        Instant now = clock.instant();
        List<TaskForce> moved = teams.of(number).stream()
                .filter(team -> team.state() == TaskForce.State.OPERATING)
                .filter(team -> team.reports().level() != level)
                .map(team -> team.reporting(cadence.atLevel(team, level, now)))
                .toList();
        moved.forEach(teams::save);
        return moved;
    }
}
