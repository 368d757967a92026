package vn.ungpho.duty;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.engine.OpenTasks;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.notification.AlarmLetters;
import vn.ungpho.notification.Alarms;
import vn.ungpho.organisation.Names;

/** Passes on an alarm that nobody has acknowledged in its time. */
@Service
class AlarmSteps {

    private final AlarmTable alarms;
    private final AlarmService service;
    private final AlarmChain chain;
    private final AcknowledgeTarget target;
    private final OpenTasks openTasks;
    private final AlarmLetters letters;
    private final Names names;
    private final AuditTrail audit;
    private final Clock clock;

    AlarmSteps(
            AlarmTable alarms,
            AlarmService service,
            AlarmChain chain,
            AcknowledgeTarget target,
            OpenTasks openTasks,
            AlarmLetters letters,
            Names names,
            AuditTrail audit,
            Clock clock) {
        this.alarms = alarms;
        this.service = service;
        this.chain = chain;
        this.target = target;
        this.openTasks = openTasks;
        this.letters = letters;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    /** If it is due. Several nodes may try at once: one does it. */
    @Transactional
    public void passOn(UUID id) {
        alarms.takeDue(id, clock.instant())
                .ifPresent(alarm ->
                        waiting(alarm).ifPresentOrElse(task -> passOn(alarm, task), () -> service.end(alarm.task())));
    }

    /** The task, if it still waits for somebody. */
    private Optional<TaskFile> waiting(Alarm alarm) {
        return openTasks.of(alarm.number()).stream()
                .map(OpenTasks.Open::task)
                .filter(task -> task.id().equals(alarm.task()) && task.assignee() == null)
                .findFirst();
    }

    private void passOn(Alarm alarm, TaskFile task) {
        Instant now = clock.instant();
        List<String> called = alarms.called(alarm.id());
        AlarmChain.Link next = chain.after(alarm.groups(), Set.copyOf(called), now);
        int step = alarm.step() + 1;
        Instant until = next.last() ? null : now.plus(target.of(alarm.number(), alarm.level()));
        Map<String, Alarms.Call> calls = service.call(alarm, step, next.to(), until);
        letters.passedOn(
                task,
                alarm.level(),
                next.to(),
                calls,
                "alarm:" + alarm.id() + ":" + step,
                Map.of("called", called.stream().map(names::of).collect(Collectors.joining(", "))));
        alarms.passedOn(alarm.id(), step, until);
        Map<String, Object> facts = alarm.facts();
        facts.put("to", next.named());
        facts.put("after", target.nominal(alarm.number(), alarm.level()).toMinutes());
        facts.put("step", step);
        audit.append(alarm.number(), Actor.process(), "ALARM_PASSED_ON", facts);
    }
}
