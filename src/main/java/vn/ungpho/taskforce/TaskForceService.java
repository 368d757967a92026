package vn.ungpho.taskforce;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actors;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.document.DocumentRegister;
import vn.ungpho.engine.Ending;
import vn.ungpho.incident.IncidentEnded;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.proposal.Establishment;
import vn.ungpho.proposal.Establishments;
import vn.ungpho.taskforce.StandDownDecision.Choice;

/** The life of a task force: call-up, plan, stand-down, final report. Knows nothing of processes. */
@Service
@Transactional
class TaskForceService {

    /** Whose series the documents of a task force are numbered in: {@code 03/BC-TCT}. */
    private static final String ISSUER = "TCT";

    private final TaskForces teams;
    private final RollCall rollCall;
    private final AssignmentTable assignments;
    private final Journal journal;
    private final ReportCadence cadence;
    private final Establishments establishments;
    private final IncidentService incidents;
    private final DocumentRegister documents;
    private final Ending ending;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    TaskForceService(
            TaskForces teams,
            RollCall rollCall,
            AssignmentTable assignments,
            Journal journal,
            ReportCadence cadence,
            Establishments establishments,
            IncidentService incidents,
            DocumentRegister documents,
            Ending ending,
            AuditTrail audit,
            Actors actors,
            Clock clock) {
        this.teams = teams;
        this.rollCall = rollCall;
        this.assignments = assignments;
        this.journal = journal;
        this.cadence = cadence;
        this.establishments = establishments;
        this.incidents = incidents;
        this.documents = documents;
        this.ending = ending;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    /** @throws IllegalStateException if no decision waits for its task force: the diagrams call up after one only */
    void callUp(String processInstanceId, String number) {
        incidents.hold(number);
        List<TaskForce> earlier = teams.of(number);
        Establishment founding = establishments
                .latest(number)
                .filter(latest -> earlier.stream()
                        .noneMatch(team -> team.founding().proposal().equals(latest.processInstanceId())))
                .orElseThrow(() -> new IllegalStateException("No decision establishes a task force for " + number));
        TaskForce team = TaskForce.calledUp(
                processInstanceId, number, earlier.size() + 1, foundingOf(founding), clock.instant());
        teams.add(team);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", team.name());
        facts.put("documentNumber", founding.documentNumber());
        facts.put("seats", founding.seats().stream().map(Object::toString).toList());
        audit.append(number, "TASK_FORCE_CALLED_UP", facts);
        rollCall.begin(team, founding.seats());
    }

    private static Founding foundingOf(Establishment decision) {
        return new Founding(
                decision.processInstanceId(),
                decision.authority().name(),
                decision.documentNumber(),
                decision.documentDate(),
                decision.signerPosition(),
                decision.authorityMark().name(),
                decision.termDays(),
                decision.tasks());
    }

    @Transactional(readOnly = true)
    TaskForce get(String processInstanceId) {
        return teams.get(processInstanceId);
    }

    /** In the order of their founding. */
    @Transactional(readOnly = true)
    List<TaskForce> runningIn(String number) {
        return teams.of(number).stream().filter(TaskForce::isRunning).toList();
    }

    void plan(String processInstanceId, String objectives) {
        TaskForce team = held(processInstanceId);
        Instant now = clock.instant();
        int level = incidents.get(team.number()).level();
        teams.save(team.planned(
                new TaskForce.Plan(objectives, actors.current().id(), now), cadence.first(team, now, level)));
        audit.append(team.number(), "RESPONSE_PLANNED", Map.of("name", team.name()));
    }

    void decide(String processInstanceId, Choice standDown, String reason) {
        TaskForce team = held(processInstanceId);
        Instant now = clock.instant();
        String by = actors.current().id();
        journal.add(new StandDownDecision(processInstanceId, standDown, reason, by, now));
        audit.append(team.number(), "STAND_DOWN_DECIDED", Map.of("standDown", standDown.name(), "reason", reason));
        if (standDown == Choice.STAND_DOWN) {
            teams.save(team.stoodDown(new TaskForce.StandDown(reason, by, now)));
            ending.because("STOOD_DOWN");
        }
    }

    void report(String processInstanceId, String text) {
        TaskForce team = held(processInstanceId);
        String by = actors.current().id();
        FinalReport before = team.finalReport();
        teams.save(team.reported(
                before == null
                        ? FinalReport.first(text, by, clock.instant())
                        : before.rewritten(text, by, clock.instant())));
    }

    void sendBack(String processInstanceId, String reason) {
        TaskForce team = held(processInstanceId);
        FinalReport returned = team.finalReport().returned(reason);
        teams.save(team.reported(returned));
        audit.append(team.number(), "FINAL_REPORT_RETURNED", Map.of("reason", reason, "round", returned.returns()));
    }

    void close(String processInstanceId) {
        TaskForce team = held(processInstanceId);
        String document = documents.issue(
                DocumentRegister.Type.BC, ISSUER, team.number(), "Báo cáo tổng kết hoạt động của " + team.name());
        teams.save(team.closed(team.finalReport().approved(actors.current().id(), clock.instant(), document)));
        assignments.endOpen(processInstanceId);
        audit.append(team.number(), "TASK_FORCE_CLOSED", Map.of("documentNumber", document));
        ending.because("TASK_FORCE_CLOSED");
    }

    private TaskForce held(String processInstanceId) {
        incidents.hold(teams.get(processInstanceId).number());
        return teams.get(processInstanceId);
    }

    @EventListener
    void on(IncidentEnded ended) {
        runningIn(ended.number()).forEach(team -> {
            teams.save(team.ended());
            assignments.endOpen(team.processInstanceId());
        });
    }
}
