package vn.ungpho.duty;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.input.Refusal;
import vn.ungpho.notification.Secret;

/** The personal link of a letter: whoever has it may say that the letter has arrived, and no more. */
@Service
public class Acknowledgement {

    private final AlarmTable alarms;
    private final AlarmService service;
    private final DutySettings settings;
    private final Clock clock;

    Acknowledgement(AlarmTable alarms, AlarmService service, DutySettings settings, Clock clock) {
        this.alarms = alarms;
        this.service = service;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the page shows: file number and name of the task, and whether anybody has acknowledged. */
    public record Asked(String number, String task, boolean open) {}

    /** @throws Refusal (404) if the link is unknown, too old, or its task is gone: all look the same */
    @Transactional(readOnly = true)
    public Asked of(String token) {
        Alarm alarm = call(token).alarm();
        return new Asked(alarm.number(), alarm.taskName(), alarm.state() == Alarm.State.OPEN);
    }

    /** A second time nothing happens. */
    @Transactional
    public void acknowledge(String token) {
        AlarmTable.CallOf call = call(token);
        if (call.alarm().state() == Alarm.State.OPEN) {
            service.acknowledge(call.alarm(), call.account());
        }
    }

    private AlarmTable.CallOf call(String token) {
        Secret asked = new Secret(token);
        Optional<AlarmTable.CallOf> found = asked.hasForm() ? alarms.callOf(asked.digestInHex()) : Optional.empty();
        return found.filter(call -> call.alarm().state() != Alarm.State.ENDED)
                .filter(call -> clock.instant().isBefore(call.calledAt().plus(settings.linkValid())))
                .orElseThrow(() -> Refusal.unknown("duty.link"));
    }
}
