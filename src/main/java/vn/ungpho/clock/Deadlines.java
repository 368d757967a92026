package vn.ungpho.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.ungpho.engine.Answers;
import vn.ungpho.engine.ProcessBean;
import vn.ungpho.engine.TaskFile;

/**
 * The one bean that diagrams ask how long. Task clocks run from the task's creation, statutory clocks from their event.
 * The rules are those of the day of the incident. All instants are UTC.
 */
@ProcessBean("deadlines")
public class Deadlines {

    private static final String ANSWER_ROUTE = "ANSWER";

    private final ClockSettings settings;
    private final ExerciseSettings exercises;
    private final RunningClocks clocks;
    private final TaskDeadlines counting;
    private final Targets targets;
    private final IncidentDay days;
    private final OwnDeadlines own;
    private final Clock clock;

    Deadlines(
            ClockSettings settings,
            ExerciseSettings exercises,
            RunningClocks clocks,
            ClockRules rules,
            Terms terms,
            Targets targets,
            IncidentDay days,
            OwnDeadlines own,
            Clock clock) {
        this.settings = settings;
        this.exercises = exercises;
        this.clocks = clocks;
        this.counting = new TaskDeadlines(rules, terms);
        this.targets = targets;
        this.days = days;
        this.own = own;
        this.clock = clock;
    }

    /** For the due date and the breach timer of a task. */
    public Date due(DelegateExecution execution, String task) {
        return Date.from(of(execution, task).due());
    }

    /** For the warning timer: an ISO 8601 repetition of the warnings that still lie ahead, at least one. */
    public String warnings(DelegateExecution execution, String task) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<Instant> ahead = of(execution, task).warnings().stream()
                .filter(warning -> warning.isAfter(now))
                .sorted()
                .toList();
        Instant first = ahead.isEmpty() ? now.plusSeconds(1) : ahead.get(0);
        Duration gap = ahead.size() < 2 ? Duration.ofHours(1) : Duration.between(ahead.get(0), ahead.get(1));
        // The engine fires at the named instant and then as often again as the number says.
        return "R%d/%s/%s".formatted(Math.max(0, ahead.size() - 1), first, gap);
    }

    /** How often a monitored incident is scored anew, as an ISO 8601 duration. */
    public String reassessment(DelegateExecution execution) {
        return exercises
                .scaled(execution.getProcessBusinessKey(), settings.reassessment())
                .toString();
    }

    /** The deadline of an open task at a level, counted from its creation. */
    public Deadline of(TaskFile task, String route, Integer level) {
        return own.of(task, targets)
                .orElseGet(() -> TaskDeadlines.withTimeLeft(
                        task, of(task.key(), task.number(), route, level, task.created()), clock.instant()));
    }

    /** Who is told when the time of an open task is nearly over, and when it is over. */
    public Recipients recipients(TaskFile task, String route, Integer level) {
        return own.of(task, targets)
                        .or(() -> statutory(task.key(), task.number(), route, task.created()))
                        .isPresent()
                ? Recipients.OF_THE_TASK
                : counted(task.key(), task.number(), level, task.created()).recipients();
    }

    /** The deadline of a task at a level, as when it was created at that instant. */
    public Deadline of(String task, String number, String route, Integer level, Instant created) {
        return statutory(task, number, route, created)
                .orElseGet(() -> counted(task, number, level, created).deadline());
    }

    private Optional<Deadline> statutory(String task, String number, String route, Instant created) {
        return TaskDeadlines.isStatutory(task)
                ? TaskDeadlines.statutory(task, route, created, clocks.of(number))
                : Optional.empty();
    }

    private TaskDeadlines.Counted counted(String task, String number, Integer level, Instant created) {
        LocalDate day = days.of(number, created);
        return counting.counted(task, number, level, day, created);
    }

    public static ClockRule.Purpose purposeOf(String route) {
        return ANSWER_ROUTE.equals(route) ? ClockRule.Purpose.ANSWER : ClockRule.Purpose.FIRST_STATEMENT;
    }

    /** A diagram asks three times while a task opens: for its due date and for its two timers. */
    private Deadline of(DelegateExecution execution, String task) {
        return AskedOnce.of(execution.getId() + " " + task, () -> counted(execution, task));
    }

    private Deadline counted(DelegateExecution execution, String task) {
        Object level = execution.getVariable(Answers.LEVEL);
        Instant now = clock.instant();
        String part = (String) execution.getVariable(Answers.PART);
        return own.of(task, execution.getProcessInstanceId(), part, now, targets)
                .orElseGet(() -> of(
                        task,
                        execution.getProcessBusinessKey(),
                        (String) execution.getVariable(Answers.ROUTE),
                        level instanceof Number number ? number.intValue() : null,
                        now));
    }
}
