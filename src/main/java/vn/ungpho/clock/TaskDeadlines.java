package vn.ungpho.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.ungpho.engine.TaskFile;

/** When tasks are due by rules and calendar: those that hold, or those that somebody would like to see in force. */
final class TaskDeadlines {

    /** Where nothing is assessed yet, the most careful of the middle levels: an hour to the first assessment. */
    static final int LEVEL_UNKNOWN = 3;

    private final RulesInForce rules;
    private final Terms terms;

    TaskDeadlines(RulesInForce rules, Terms terms) {
        this.rules = rules;
        this.terms = terms;
    }

    record Counted(ClockRule rule, Deadline deadline) {

        Recipients recipients() {
            return new Recipients(rule.warnTold(), rule.breachTold());
        }
    }

    /** By the target of the level, or by the law where that is sooner. @param day of the incident in Vietnam */
    Counted counted(String task, String number, Integer level, LocalDate day, Instant created) {
        TaskTarget target = TaskTarget.of(task);
        int assumed = level == null ? LEVEL_UNKNOWN : level;
        ClockRule rule = rules.targetOn(target.purpose(), assumed, day);
        Counted wanted = new Counted(rule, terms.part(number, created, rule, target.parts(), List.of()));
        return Optional.ofNullable(target.ceiling())
                .flatMap(law -> rules.validOn(law, assumed, day))
                .map(law -> new Counted(law, terms.of(number, created, law, List.of())))
                .filter(most -> most.deadline().due().isBefore(wanted.deadline().due()))
                .orElse(wanted);
    }

    static boolean isStatutory(String task) {
        return TaskTarget.of(task) == TaskTarget.STATUTORY;
    }

    /** @param clocks of the incident */
    static Optional<Deadline> statutory(String task, String route, Instant created, Collection<RunningClock> clocks) {
        return clocks.stream()
                .filter(running -> isStatutory(task)
                        && running.purpose().equals(Deadlines.purposeOf(route).name())
                        && !isOver(running, created))
                .findFirst()
                .map(running -> new Deadline(running.dueAt(), running.warnAt()));
    }

    /** An agency that spoke in time and is asked again later is not late when asked: it gets the length of the task. */
    private static boolean isOver(RunningClock statutory, Instant asked) {
        return statutory.metAt() != null && statutory.dueAt().isBefore(asked);
    }

    /** Where the deadline ends the task, a higher level does not end it at once: a quarter of the length is left. */
    static Deadline withTimeLeft(TaskFile task, Deadline counted, Instant now) {
        if (TaskTarget.of(task.key()) != TaskTarget.OPINION || counted.due().isAfter(now)) {
            return counted;
        }
        Instant due = now.plus(Duration.between(task.created(), counted.due()).dividedBy(4));
        return new Deadline(due, List.of(OwnDeadlines.warningBefore(due, now)));
    }
}
