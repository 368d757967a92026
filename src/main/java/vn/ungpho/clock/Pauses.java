package vn.ungpho.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actors;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Role;

/**
 * Stops a clock and lets it go on, only where its rule allows, always with a reason. The timers of the tasks that depend
 * on it stop and go on with it. Whoever calls holds the incident.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Pauses {

    private static final Role[] MAY = {Role.PRESS_DIRECTOR, Role.MINISTRY_OFFICE};
    private static final Field<String> REASON = Field.paragraphs("reason", 2000).required();
    private static final InputForm FORM = InputForm.of(REASON);

    private final ClockTable table;
    private final PauseTable pauses;
    private final Terms terms;
    private final ClockTasks tasks;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    Pauses(
            ClockTable table,
            PauseTable pauses,
            Terms terms,
            ClockTasks tasks,
            AuditTrail audit,
            Actors actors,
            Clock clock) {
        this.table = table;
        this.pauses = pauses;
        this.terms = terms;
        this.tasks = tasks;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    public static boolean mayPause(Caller caller) {
        return caller.isOne(MAY);
    }

    /** @throws Refusal 403 other roles, 404 no such open clock, 409 paused already or missed, 422 the rule forbids it */
    public void pause(String number, String rule, Map<String, Object> fields, Caller caller) {
        caller.require(MAY);
        String reason = FORM.read(fields).the(REASON);
        RunningClock running = open(number, rule);
        if (!running.pausable()) {
            throw Refusal.againstRule(null, "clock.notPausable", running.legalBasis());
        }
        if (running.isPaused()
                || running.breachedAt() != null
                || !running.dueAt().isAfter(clock.instant())) {
            throw Refusal.conflict("clock.notRunning");
        }
        table.paused(running, clock.instant());
        pauses.begin(running, reason, actors.current().id(), clock.instant());
        Map<String, Object> facts = RunningClocks.facts(running);
        facts.put("reason", reason);
        audit.append(number, "CLOCK_PAUSED", facts);
        tasks.hold(running);
    }

    /** @throws Refusal 403 other roles, 404 no such open clock, 409 if it is not paused */
    public void resume(String number, String rule, Map<String, Object> fields, Caller caller) {
        caller.require(MAY);
        String reason = FORM.read(fields).the(REASON);
        RunningClock running = open(number, rule);
        if (!running.isPaused()) {
            throw Refusal.conflict("clock.notPaused");
        }
        Instant now = clock.instant();
        pauses.end(running, now);
        Deadline deadline = terms.of(number, running.startedAt(), table.ruleOf(running), pauses.of(running));
        table.resume(running, deadline, now);
        Map<String, Object> facts = RunningClocks.facts(running);
        facts.put("before", running.dueAt().toString());
        facts.put("due", deadline.due().toString());
        facts.put("reason", reason);
        audit.append(number, "CLOCK_RESUMED", facts);
        tasks.release(running, deadline);
    }

    private RunningClock open(String number, String rule) {
        return table.lockOpen(number).stream()
                .filter(running -> running.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("clock.unknown"));
    }
}
