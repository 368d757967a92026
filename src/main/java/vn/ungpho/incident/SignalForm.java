package vn.ungpho.incident;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actors;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Role;

/** A new signal: who may attach one, what it takes, and the news to the corridor. */
@Service
public class SignalForm {

    private static final Field<String> DESCRIPTION =
            Field.paragraphs("description", 2000).required();
    private static final Field<String> URL = Field.webAddress("publicUrl", 2000);
    private static final Field<Integer> REACH = MeasureFields.REACH;
    private static final Field<BigDecimal> GROWTH = MeasureFields.GROWTH;
    private static final Field<Integer> PROVINCES = MeasureFields.PROVINCES_AFFECTED;
    private static final Field<Instant> SEEN = Field.instant("seenAt");

    private static final InputForm FORM = InputForm.of(DESCRIPTION, URL, REACH, GROWTH, PROVINCES, SEEN);

    private final IncidentService incidents;
    private final IncidentProcess process;
    private final Readers readers;
    private final Actors actors;
    private final Clock clock;

    SignalForm(IncidentService incidents, IncidentProcess process, Readers readers, Actors actors, Clock clock) {
        this.incidents = incidents;
        this.process = process;
        this.readers = readers;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * @return the signal as recorded
     * @throws Refusal 403 for other roles than duty and press officers, 404 unknown number, 409 after the end
     */
    @Transactional
    public Signal attach(String number, Map<String, Object> fields, Caller caller) {
        readers.read(number, caller);
        if (!caller.isIn(Role.DUTY_OFFICER.group()) && !caller.isIn(Role.PRESS_OFFICER.group())) {
            throw Refusal.notAllowed("refused.role");
        }
        Entered entered = FORM.read(fields);
        Instant now = clock.instant();
        Instant seen = entered.get(SEEN).orElse(now);
        if (seen.isAfter(now.plusSeconds(60))) {
            throw Refusal.badInput(SEEN.name(), "incident.future");
        }
        Signal signal = incidents.attach(
                new Signal(
                        number,
                        entered.the(DESCRIPTION),
                        entered.get(URL).orElse(null),
                        new Signal.Figures(
                                entered.get(REACH).orElse(null),
                                entered.get(GROWTH).orElse(null),
                                entered.get(PROVINCES).orElse(null)),
                        seen,
                        now,
                        actors.current().id()),
                entered);
        process.signalAttached(number, incidents.quietUntil(number));
        return signal;
    }
}
