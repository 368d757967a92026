package vn.ungpho.incident;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.clock.Pauses;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Refusal;

/** Who stops a clock of an incident and lets it go on: people who read it and are not recused. */
@Service
@Transactional
public class ClockForm {

    private final IncidentService incidents;
    private final Readers readers;
    private final Recusal recusal;
    private final Pauses pauses;

    ClockForm(IncidentService incidents, Readers readers, Recusal recusal, Pauses pauses) {
        this.incidents = incidents;
        this.readers = readers;
        this.recusal = recusal;
        this.pauses = pauses;
    }

    /** @throws Refusal as {@link Pauses#pause}, 404 also for an unknown number, 403 also for the recused */
    public void pause(String number, String rule, Map<String, Object> fields, Caller caller) {
        hold(number, caller);
        pauses.pause(number, rule, fields, caller);
    }

    /** @throws Refusal as {@link Pauses#resume}, 404 also for an unknown number, 403 also for the recused */
    public void resume(String number, String rule, Map<String, Object> fields, Caller caller) {
        hold(number, caller);
        pauses.resume(number, rule, fields, caller);
    }

    private void hold(String number, Caller caller) {
        readers.read(number, caller);
        recusal.bars(number, caller).ifPresent(refusal -> {
            throw refusal;
        });
        incidents.hold(number);
    }
}
