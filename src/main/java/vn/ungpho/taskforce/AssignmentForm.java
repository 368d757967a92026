package vn.ungpho.taskforce;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.clock.Deadlines;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.InTheirPlace;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.incident.Readers;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;

/** The leader of a task force gives somebody something to do, at any time while the task force runs. */
@Service
public class AssignmentForm {

    /** Key of the process that goes on by it. */
    private static final String PROCESS = "run-task-force";

    private static final Field<String> TEXT = Field.paragraphs("text", 2000).required();
    private static final Field<String> ASSIGNEE = Field.line("assignee", 200).required();
    private static final Field<Instant> DUE = Field.instant("dueAt");
    private static final Field<Integer> TASK_FORCE = Field.integer("taskForce", 1, 1000);

    private static final InputForm FORM = InputForm.of(TEXT, ASSIGNEE, DUE, TASK_FORCE);

    private final TaskForceService teams;
    private final Team team;
    private final Assignments assignments;
    private final Assignees assignees;
    private final TaskForceProcess process;
    private final IncidentService incidents;
    private final Readers readers;
    private final Deadlines deadlines;
    private final InTheirPlace inTheirPlace;
    private final Clock clock;

    AssignmentForm(
            TaskForceService teams,
            Team team,
            Assignments assignments,
            Assignees assignees,
            TaskForceProcess process,
            IncidentService incidents,
            Readers readers,
            Deadlines deadlines,
            InTheirPlace inTheirPlace,
            Clock clock) {
        this.teams = teams;
        this.team = team;
        this.assignments = assignments;
        this.assignees = assignees;
        this.process = process;
        this.incidents = incidents;
        this.readers = readers;
        this.deadlines = deadlines;
        this.inTheirPlace = inTheirPlace;
        this.clock = clock;
    }

    /**
     * An assignment as made.
     *
     * @param taskForce its ordinal within the incident
     * @param assignee the account, else the group
     */
    public record Created(long id, int taskForce, String text, String assignee, Instant due) {}

    /** The running task forces of the incident that the caller leads, by their ordinals. */
    @Transactional(readOnly = true)
    public List<Integer> ledBy(Caller caller, String number) {
        List<TaskForce> running = teams.runningIn(number);
        return inTheirPlace.callers(number, PROCESS, caller).stream()
                .flatMap(as -> ledBy(as, running).stream())
                .map(TaskForce::ordinal)
                .distinct()
                .toList();
    }

    /**
     * @throws Refusal 404 if the caller may not know of the incident, 409 if no task force runs, 403 for others than its
     *     leader, 400 for wrong fields, also if several run and none is named
     */
    @Transactional
    public Created assign(String number, Map<String, Object> fields, Caller caller) {
        return inTheirPlace.act(
                number,
                PROCESS,
                caller,
                as -> !ledBy(as, teams.runningIn(number)).isEmpty(),
                as -> assigned(number, fields, as));
    }

    private Created assigned(String number, Map<String, Object> fields, Caller caller) {
        readers.read(number, caller);
        incidents.hold(number);
        List<TaskForce> running = teams.runningIn(number);
        if (running.isEmpty()) {
            throw Refusal.conflict("taskforce.none", number);
        }
        List<TaskForce> led = ledBy(caller, running);
        if (led.isEmpty()) {
            throw Refusal.notAllowed("taskforce.leader");
        }
        Entered entered = FORM.read(fields);
        TaskForce chosen = chosen(entered, running);
        if (!led.contains(chosen)) {
            throw Refusal.notAllowed("taskforce.leader");
        }
        Assignment made =
                assignments.create(chosen, entered.the(TEXT), assignee(chosen, entered), due(entered), entered);
        process.assigned(made);
        process.workWentOn(number);
        return new Created(
                made.id(), chosen.ordinal(), made.text(), made.assignee().id(), due(chosen, made));
    }

    private List<TaskForce> ledBy(Caller caller, List<TaskForce> running) {
        return running.stream()
                .filter(one -> team.leader(one.processInstanceId()).includes(caller))
                .toList();
    }

    private static TaskForce chosen(Entered entered, List<TaskForce> running) {
        Integer ordinal = entered.get(TASK_FORCE).orElse(null);
        if (ordinal == null) {
            if (running.size() > 1) {
                throw Refusal.badInput(TASK_FORCE.name(), "input.required");
            }
            return running.get(0);
        }
        return running.stream()
                .filter(one -> one.ordinal() == ordinal)
                .findFirst()
                .orElseThrow(() -> Refusal.badInput(TASK_FORCE.name(), "taskforce.unknown", ordinal));
    }

    private Assignment.Assignee assignee(TaskForce chosen, Entered entered) {
        String wanted = entered.the(ASSIGNEE);
        return assignees
                .find(chosen.processInstanceId(), wanted)
                .orElseThrow(() -> Refusal.badInput(ASSIGNEE.name(), "taskforce.assignee", wanted));
    }

    private Instant due(Entered entered) {
        Instant due = entered.get(DUE).orElse(null);
        if (due != null && !due.isAfter(clock.instant())) {
            throw Refusal.badInput(DUE.name(), "taskforce.past");
        }
        return due;
    }

    private Instant due(TaskForce chosen, Assignment made) {
        return made.dueAt() != null
                ? made.dueAt()
                : deadlines
                        .of(
                                PerformAssignment.KEY,
                                chosen.number(),
                                null,
                                incidents.get(chosen.number()).level(),
                                made.createdAt())
                        .due();
    }
}
