package vn.ungpho.notification;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.ApplicationEventPublisher;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.clock.ClockRule;
import vn.ungpho.clock.Deadlines;
import vn.ungpho.clock.Recipients;
import vn.ungpho.engine.Answers;
import vn.ungpho.engine.OpenTasks;
import vn.ungpho.engine.ProcessBean;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.organisation.Person;

/** What the timers of the diagrams set off: a reminder to the holders, later a report to their superiors. */
@ProcessBean("reminders")
public class Reminders {

    private final OpenTasks openTasks;
    private final Deadlines deadlines;
    private final Letters letters;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminders(
            OpenTasks openTasks,
            Deadlines deadlines,
            Letters letters,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.openTasks = openTasks;
        this.deadlines = deadlines;
        this.letters = letters;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Nothing where it is late already, since its time was moved: whoever has to know is told of that. */
    public void warn(DelegateExecution execution, String task) {
        open(execution, task).filter(this::isInTime).ifPresent(open -> {
            // There may be several reminders of one task; each is its own occasion.
            String occasion = "warn:" + open.task().id() + ":" + clock.instant().getEpochSecond();
            letters.aboutTask(
                    "task_due_soon_to_candidates",
                    open.task(),
                    level(execution),
                    toWarn(open, recipients(open, execution).atWarning()),
                    occasion,
                    Map.of());
            audit.append(open.task().number(), "DEADLINE_WARNED", facts(open.task()));
        });
    }

    private boolean isInTime(OpenTasks.Open open) {
        return open.task().due() == null || open.task().due().isAfter(clock.instant());
    }

    public void escalate(DelegateExecution execution, String task) {
        open(execution, task).ifPresent(open -> {
            List<String> told = groups(open, recipients(open, execution).atBreach());
            String occasion = "breach:" + open.task().id();
            letters.aboutTask(
                    "task_overdue_to_superiors",
                    open.task(),
                    level(execution),
                    letters.toTell(told),
                    occasion,
                    Map.of());
            Map<String, Object> facts = facts(open.task());
            facts.put("told", told);
            audit.append(open.task().number(), "DEADLINE_BREACHED", facts);
            events.publishEvent(new DeadlineBreached(open.task()));
        });
    }

    private Recipients recipients(OpenTasks.Open open, DelegateExecution execution) {
        return deadlines.recipients(open.task(), open.route(), level(execution));
    }

    private List<Person> toWarn(OpenTasks.Open open, List<String> named) {
        Map<String, Person> told = new LinkedHashMap<>();
        named.stream()
                .flatMap(one -> (one.equals(ClockRule.HOLDER)
                                ? letters.holders(open.task(), open.groups())
                                : letters.toTell(groups(open, List.of(one))))
                        .stream())
                .forEach(person -> told.putIfAbsent(person.id(), person));
        return List.copyOf(told.values());
    }

    private static List<String> groups(OpenTasks.Open open, List<String> named) {
        return named.stream()
                .flatMap(one -> switch (one) {
                    case ClockRule.HOLDER -> open.groups().stream();
                    case ClockRule.SUPERIOR -> Superiors.of(open.task().key()).stream();
                    default -> Stream.of(one);
                })
                .distinct()
                .toList();
    }

    private Optional<OpenTasks.Open> open(DelegateExecution execution, String task) {
        return openTasks.of(execution.getProcessBusinessKey()).stream()
                .filter(open -> open.task().key().equals(task)
                        && open.task().processInstanceId().equals(execution.getProcessInstanceId())
                        && Objects.equals(open.task().part(), execution.getVariable(Answers.PART)))
                .findFirst();
    }

    private static Integer level(DelegateExecution execution) {
        return execution.getVariable(Answers.LEVEL) instanceof Number level ? level.intValue() : null;
    }

    private static Map<String, Object> facts(TaskFile task) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("task", task.key());
        facts.put("name", task.name());
        facts.put("taskId", task.id());
        facts.put("due", task.due().toString());
        facts.put("assignee", task.assignee());
        return facts;
    }
}
