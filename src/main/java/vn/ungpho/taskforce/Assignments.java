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
import vn.ungpho.input.Entered;

/** What the leader gives others to do, and what comes of it. Knows nothing of processes. */
@Service
@Transactional
class Assignments {

    private final AssignmentTable assignments;
    private final TaskForces teams;
    private final IncidentService incidents;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    Assignments(
            AssignmentTable assignments,
            TaskForces teams,
            IncidentService incidents,
            AuditTrail audit,
            Actors actors,
            Clock clock) {
        this.assignments = assignments;
        this.teams = teams;
        this.incidents = incidents;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    /** @param dueAt null where the length of the level shall hold */
    Assignment create(TaskForce team, String text, Assignment.Assignee assignee, Instant dueAt, Entered entered) {
        incidents.hold(team.number());
        Assignment made = assignments.add(
                team.processInstanceId(),
                text,
                assignee,
                dueAt,
                actors.current().id(),
                clock.instant());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("assignment", made.id());
        facts.put("taskForce", team.ordinal());
        facts.put("text", text);
        facts.put("assignee", assignee.id());
        facts.put("entered", entered.asFacts());
        audit.append(team.number(), "ASSIGNMENT_CREATED", facts);
        return made;
    }

    @Transactional(readOnly = true)
    Assignment get(long id) {
        return assignments.get(id);
    }

    @Transactional(readOnly = true)
    List<Assignment> of(String taskForce) {
        return assignments.of(taskForce);
    }

    void done(long id, String result) {
        incidents.hold(teams.get(assignments.get(id).taskForce()).number());
        assignments.save(assignments.get(id).done(result, actors.current().id(), clock.instant()));
    }
}
