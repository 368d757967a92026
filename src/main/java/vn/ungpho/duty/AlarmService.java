package vn.ungpho.duty;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.Actors;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.engine.TaskCancelled;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.TaskOpened;
import vn.ungpho.engine.TaskTaken;
import vn.ungpho.notification.Alarms;
import vn.ungpho.notification.Secret;
import vn.ungpho.organisation.Person;

/** Raises an alarm when somebody on duty is told of an opened task, and ends it when somebody takes the task. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class AlarmService implements Alarms {

    private final AlarmTable alarms;
    private final Duty duty;
    private final AcknowledgeTarget target;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    AlarmService(AlarmTable alarms, Duty duty, AcknowledgeTarget target, AuditTrail audit, Actors actors, Clock clock) {
        this.alarms = alarms;
        this.duty = duty;
        this.target = target;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public Map<String, Call> raise(TaskOpened opened) {
        TaskFile task = opened.task();
        if (task.assignee() != null) {
            return Map.of();
        }
        Instant now = clock.instant();
        List<Person> onDuty = opened.groups().stream()
                .flatMap(group -> duty.of(group, now).stream())
                .flatMap(Collection::stream)
                .distinct()
                .toList();
        if (onDuty.isEmpty()) {
            return Map.of();
        }
        Instant until = now.plus(target.of(task.number(), opened.level()));
        Alarm alarm = new Alarm(
                UUID.randomUUID(),
                task.number(),
                task.id(),
                task.key(),
                task.name(),
                opened.groups(),
                opened.level(),
                now,
                0,
                until,
                Alarm.State.OPEN,
                null,
                null);
        alarms.insert(alarm);
        Map<String, Object> facts = alarm.facts();
        facts.put("to", onDuty.stream().map(Person::id).toList());
        facts.put("until", until.toString());
        audit.append(task.number(), Actor.process(), "ALARM_RAISED", facts);
        return call(alarm, 0, onDuty, until);
    }

    /** Gives each person a link of their own. */
    Map<String, Call> call(Alarm alarm, int step, Collection<Person> people, Instant until) {
        Map<String, Call> calls = new LinkedHashMap<>();
        people.forEach(person -> {
            Secret secret = Secret.random();
            alarms.call(alarm.id(), step, person.id(), clock.instant(), secret.digestInHex());
            calls.put(person.id(), new Call("/acknowledge/" + secret.text(), until));
        });
        return calls;
    }

    @EventListener
    void on(TaskTaken taken) {
        String actor = actors.current().id();
        acknowledged(alarms.end(taken.task(), Alarm.State.ACKNOWLEDGED, actor, clock.instant()), Optional.empty());
    }

    @EventListener
    void on(TaskCancelled cancelled) {
        end(cancelled.task().id());
    }

    /** The task is nobody's any more. */
    void end(String task) {
        alarms.end(task, Alarm.State.ENDED, null, clock.instant());
    }

    /** By the link in a letter; nothing happens where somebody was quicker. */
    void acknowledge(Alarm alarm, String account) {
        acknowledged(
                alarms.end(alarm.task(), Alarm.State.ACKNOWLEDGED, account, clock.instant()), Optional.of(account));
    }

    private void acknowledged(List<Alarm> ended, Optional<String> byLink) {
        ended.forEach(alarm -> {
            Map<String, Object> facts = alarm.facts();
            facts.put("how", byLink.isPresent() ? "LINK" : "TASK_TAKEN");
            audit.append(
                    alarm.number(), byLink.map(Actor::person).orElseGet(actors::current), "ALARM_ACKNOWLEDGED", facts);
        });
    }
}
