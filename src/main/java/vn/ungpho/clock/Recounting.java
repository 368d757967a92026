package vn.ungpho.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.WaitingTasks;

/**
 * What another law would do to everything that is open: clocks, and tasks that are not late yet. Counts only; what was
 * missed stays missed.
 */
final class Recounting {

    private final OpenWork work;
    private final Side before;
    private final Side after;
    private final OwnDeadlines own;
    private final Instant now;

    /** A law with what counts by it. */
    record Side(Law law, Terms terms, Targets targets) {

        TaskDeadlines counting() {
            return new TaskDeadlines(law, terms);
        }
    }

    Recounting(OpenWork work, Side before, Side after, OwnDeadlines own, Instant now) {
        this.work = work;
        this.before = before;
        this.after = after;
        this.own = own;
        this.now = now;
    }

    /** A clock under the rule that holds then, which may be another one. */
    record ClockMove(RunningClock clock, ClockRule rule, Instant start, Deadline deadline) {

        boolean moves() {
            return !deadline.due().equals(clock.dueAt());
        }

        DueMoved moved() {
            return new DueMoved(clock.number(), rule.code(), clock.dueAt(), deadline.due());
        }
    }

    record TaskMove(TaskFile task, Deadline deadline) {

        DueMoved moved() {
            return new DueMoved(task.number(), task.name(), task.due(), deadline.due());
        }
    }

    /** All clocks that have a rule then, also those that stay when they are due. */
    List<ClockMove> clocks() {
        return work.open().stream().flatMap(counted -> clock(counted).stream()).toList();
    }

    /** Empty where the law in force then has been taken out of the table: the clock keeps what it has. */
    private Optional<ClockMove> clock(ClockTable.Counted counted) {
        RunningClock running = counted.clock();
        return after.law()
                .validOn(ClockRule.Purpose.valueOf(running.purpose()), null, counted.day())
                .map(rule -> clock(running, rule));
    }

    private ClockMove clock(RunningClock running, ClockRule rule) {
        Instant start = rule.code().equals(running.rule()) ? running.startedAt() : startOf(running, rule);
        Instant until = running.pausedAt() == null ? now : running.pausedAt();
        List<Counting.Pause> pauses = work.pauses().getOrDefault(PauseTable.Of.clock(running), List.of()).stream()
                .map(pause -> pause.overAt(until))
                .toList();
        return new ClockMove(running, rule, start, after.terms().of(running.number(), start, rule, pauses));
    }

    private Instant startOf(RunningClock running, ClockRule rule) {
        IncidentFacts.Facts facts = work.incidents().get(running.number());
        return rule.purpose().runsFromTheIncident()
                ? rule.startOf(facts.occurredAt(), facts.receivedAt())
                : running.startedAt();
    }

    List<TaskMove> tasks(List<ClockMove> clocks) {
        Map<String, List<RunningClock>> recounted = new HashMap<>(work.clocks());
        clocks.forEach(move -> recounted.computeIfPresent(move.clock().number(), (number, all) -> replaced(all, move)));
        return work.tasks().stream()
                .filter(routed ->
                        routed.task().due() != null && routed.task().due().isAfter(now))
                .flatMap(routed -> task(routed, recounted).stream())
                .toList();
    }

    private static List<RunningClock> replaced(List<RunningClock> all, ClockMove move) {
        List<RunningClock> clocks = new ArrayList<>(all);
        clocks.replaceAll(
                one -> one.equals(move.clock()) ? one.recounted(move.rule(), move.start(), move.deadline()) : one);
        return clocks;
    }

    private Optional<TaskMove> task(WaitingTasks.Routed routed, Map<String, List<RunningClock>> recounted) {
        TaskFile task = routed.task();
        if (ofRules(routed, before, work.clocks())
                .due()
                .equals(ofRules(routed, after, recounted).due())) {
            return Optional.empty();
        }
        // Features are asked only about tasks of which the rule has changed.
        Optional<Deadline> ownBefore = own.of(task, before.targets());
        Deadline was = ownBefore.orElseGet(() -> ofRules(routed, before, work.clocks()));
        Deadline is = ownBefore
                .flatMap(any -> own.of(task, after.targets()))
                .orElseGet(() -> ofRules(routed, after, recounted));
        return was.due().equals(is.due()) ? Optional.empty() : Optional.of(new TaskMove(task, is));
    }

    private Deadline ofRules(WaitingTasks.Routed routed, Side side, Map<String, List<RunningClock>> clocks) {
        TaskFile task = routed.task();
        IncidentFacts.Facts facts = work.incidents().get(task.number());
        Deadline counted = TaskDeadlines.statutory(
                        task.key(), routed.route(), task.created(), clocks.getOrDefault(task.number(), List.of()))
                .orElseGet(() -> side.counting()
                        .counted(
                                task.key(),
                                task.number(),
                                facts.level(),
                                Counting.dayOf(facts.occurredAt()),
                                task.created())
                        .deadline());
        return TaskDeadlines.withTimeLeft(task, counted, now);
    }
}
