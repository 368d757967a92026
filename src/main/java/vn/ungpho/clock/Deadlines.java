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
import org.springframework.beans.factory.ObjectProvider;
import vn.ungpho.engine.Answers;
import vn.ungpho.engine.ProcessBean;
import vn.ungpho.engine.TaskFile;

/**
 * The one bean that diagrams ask how long. Task clocks run from the task's creation, statutory clocks from their event.
 * The rules are those of the day of the incident. All instants are UTC.
 */
@ProcessBean("deadlines")
public class Deadlines {

    /** Where nothing is assessed yet, the most careful of the middle levels: an hour to the first assessment. */
    private static final int LEVEL_UNKNOWN = 3;

    /** Where a feature sets the due time itself; else the rule says. */
    private static final int WARN_AT_PERCENT = 75;

    private static final String ANSWER_ROUTE = "ANSWER";

    private final ClockSettings settings;
    private final ExerciseSettings exercises;
    private final RunningClocks clocks;
    private final ClockRules rules;
    private final Terms terms;
    private final ObjectProvider<IncidentFacts> incidents;
    private final ObjectProvider<OwnDeadline> own;
    private final Clock clock;

    Deadlines(
            ClockSettings settings,
            ExerciseSettings exercises,
            RunningClocks clocks,
            ClockRules rules,
            Terms terms,
            ObjectProvider<IncidentFacts> incidents,
            ObjectProvider<OwnDeadline> own,
            Clock clock) {
        this.settings = settings;
        this.exercises = exercises;
        this.clocks = clocks;
        this.rules = rules;
        this.terms = terms;
        this.incidents = incidents;
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
        return own(task.key(), task.processInstanceId(), task.part(), task.created())
                .orElseGet(() -> withTimeLeft(task, of(task.key(), task.number(), route, level, task.created())));
    }

    /** Where the deadline ends the task, a higher level does not end it at once: a quarter of the length is left. */
    private Deadline withTimeLeft(TaskFile task, Deadline counted) {
        Instant now = clock.instant();
        if (TaskTarget.of(task.key()) != TaskTarget.OPINION || counted.due().isAfter(now)) {
            return counted;
        }
        Instant due = now.plus(Duration.between(task.created(), counted.due()).dividedBy(4));
        return new Deadline(due, List.of(warningBefore(due, now)));
    }

    private Optional<Deadline> own(String task, String processInstanceId, String part, Instant created) {
        return own.stream()
                .filter(feature -> feature.task().equals(task))
                .findFirst()
                .flatMap(feature -> feature.due(processInstanceId, part, created))
                .map(due -> new Deadline(due, List.of(warningBefore(due, created))));
    }

    private Instant warningBefore(Instant due, Instant created) {
        Duration length = Duration.between(created, due);
        return created.plus(length.multipliedBy(WARN_AT_PERCENT).dividedBy(100));
    }

    /** Who is told when the time of an open task is nearly over, and when it is over. */
    public Recipients recipients(TaskFile task, String route, Integer level) {
        return own(task.key(), task.processInstanceId(), task.part(), task.created())
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
        return TaskTarget.of(task) != TaskTarget.STATUTORY
                ? Optional.empty()
                : clocks.of(number, purposeOf(route))
                        .filter(running -> !isOver(running, created))
                        .map(running -> new Deadline(running.dueAt(), running.warnAt()));
    }

    private record Counted(ClockRule rule, Deadline deadline) {

        Recipients recipients() {
            return new Recipients(rule.warnTold(), rule.breachTold());
        }
    }

    /** By the target of the level, or by the law where that is sooner. */
    private Counted counted(String task, String number, Integer level, Instant created) {
        TaskTarget target = TaskTarget.of(task);
        LocalDate day = Counting.dayOf(incidents
                .getObject()
                .of(number)
                .map(IncidentFacts.Facts::occurredAt)
                .orElse(created));
        int assumed = level == null ? LEVEL_UNKNOWN : level;
        ClockRule rule = rules.targetOn(target.purpose(), assumed, day);
        Counted wanted = new Counted(rule, terms.part(number, created, rule, target.parts(), List.of()));
        return ceiling(target, assumed, day)
                .map(law -> new Counted(law, terms.of(number, created, law, List.of())))
                .filter(most -> most.deadline().due().isBefore(wanted.deadline().due()))
                .orElse(wanted);
    }

    private Optional<ClockRule> ceiling(TaskTarget target, int level, LocalDate day) {
        return Optional.ofNullable(target.ceiling()).flatMap(law -> rules.validOn(law, level, day));
    }

    /** An agency that spoke in time and is asked again later is not late when asked: it gets the length of the task. */
    private static boolean isOver(RunningClock statutory, Instant asked) {
        return statutory.metAt() != null && statutory.dueAt().isBefore(asked);
    }

    public static ClockRule.Purpose purposeOf(String route) {
        return ANSWER_ROUTE.equals(route) ? ClockRule.Purpose.ANSWER : ClockRule.Purpose.FIRST_STATEMENT;
    }

    private Deadline of(DelegateExecution execution, String task) {
        Object level = execution.getVariable(Answers.LEVEL);
        Instant now = clock.instant();
        return own(task, execution.getProcessInstanceId(), (String) execution.getVariable(Answers.PART), now)
                .orElseGet(() -> of(
                        task,
                        execution.getProcessBusinessKey(),
                        (String) execution.getVariable(Answers.ROUTE),
                        level instanceof Number number ? number.intValue() : null,
                        now));
    }
}
