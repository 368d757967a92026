package vn.ungpho.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.engine.OpenTasks;
import vn.ungpho.engine.Turns;

/**
 * What a change of the calendar or of the rules does to everything that is still open: clocks, and tasks that are not
 * late yet. A preview does all of it and takes it back. What was missed stays missed.
 */
@Component
class Recount {

    private final ClockTable table;
    private final ClockRules rules;
    private final Terms terms;
    private final ClockTasks clockTasks;
    private final Deadlines deadlines;
    private final OpenTasks openTasks;
    private final ObjectProvider<IncidentFacts> incidents;
    private final Turns turns;
    private final TransactionTemplate transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Recount(
            ClockTable table,
            ClockRules rules,
            Terms terms,
            ClockTasks clockTasks,
            Deadlines deadlines,
            OpenTasks openTasks,
            ObjectProvider<IncidentFacts> incidents,
            Turns turns,
            TransactionTemplate transactions,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.rules = rules;
        this.terms = terms;
        this.clockTasks = clockTasks;
        this.deadlines = deadlines;
        this.openTasks = openTasks;
        this.incidents = incidents;
        this.turns = turns;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** An open task and when it is due by the rules and the calendar of this moment. */
    private record Counted(OpenTasks.Open open, Deadline deadline) {}

    List<DueMoved> preview(Runnable change) {
        return transactions.execute(status -> {
            status.setRollbackOnly();
            return moved(change);
        });
    }

    List<DueMoved> apply(Runnable change) {
        return transactions.execute(status -> {
            incidents.getObject().open().forEach(turns::take);
            return moved(change);
        });
    }

    private List<DueMoved> moved(Runnable change) {
        Map<String, Counted> before = tasks();
        change.run();
        List<DueMoved> moved = new ArrayList<>();
        table.lockAllOpen().forEach(counted -> recount(counted).ifPresent(moved::add));
        tasks().forEach((id, after) -> move(before.get(id), after).ifPresent(moved::add));
        Set<String> touched = new LinkedHashSet<>();
        moved.forEach(one -> {
            touched.add(one.number());
            audit.append(
                    one.number(),
                    "CLOCK_RECOMPUTED",
                    Map.of(
                            "clock", one.clock(),
                            "before", one.before().toString(),
                            "after", one.after().toString()));
        });
        touched.forEach(clockTasks::refresh);
        return moved;
    }

    private Optional<DueMoved> recount(ClockTable.Counted counted) {
        RunningClock running = counted.clock();
        Optional<ClockRule> held = rules.validOn(ClockRule.Purpose.valueOf(running.purpose()), null, counted.day());
        if (held.isEmpty()) {
            // The law in force then has been taken out of the table: the clock keeps what it has.
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant start = held.get().code().equals(running.rule()) ? running.startedAt() : startOf(running, held.get());
        Instant until = running.pausedAt() == null ? now : running.pausedAt();
        Deadline deadline = terms.of(running.number(), start, held.get(), table.pauses(running, until));
        table.recount(running, held.get(), start, deadline, now);
        return deadline.due().equals(running.dueAt())
                ? Optional.empty()
                : Optional.of(new DueMoved(running.number(), held.get().code(), running.dueAt(), deadline.due()));
    }

    private Instant startOf(RunningClock running, ClockRule rule) {
        return incidents
                .getObject()
                .of(running.number())
                .filter(facts -> rule.startEvent() == ClockRule.StartEvent.OCCURRED
                        || rule.startEvent() == ClockRule.StartEvent.RECEIVED)
                .map(facts -> rule.startOf(facts.occurredAt(), facts.receivedAt()))
                .orElse(running.startedAt());
    }

    private Optional<DueMoved> move(Counted before, Counted after) {
        Instant was = after.open().task().due();
        if (before == null
                || was == null
                || !was.isAfter(clock.instant())
                || before.deadline().due().equals(after.deadline().due())) {
            return Optional.empty();
        }
        clockTasks.move(after.open().task(), after.deadline());
        return Optional.of(new DueMoved(
                after.open().task().number(),
                after.open().task().name(),
                was,
                after.deadline().due()));
    }

    private Map<String, Counted> tasks() {
        Map<String, Counted> counted = new LinkedHashMap<>();
        IncidentFacts facts = incidents.getObject();
        facts.open()
                .forEach(number -> openTasks
                        .of(number)
                        .forEach(open -> counted.put(
                                open.task().id(),
                                new Counted(
                                        open,
                                        deadlines.of(
                                                open.task(),
                                                open.route(),
                                                facts.of(number)
                                                        .map(IncidentFacts.Facts::level)
                                                        .orElse(null))))));
        return counted;
    }
}
