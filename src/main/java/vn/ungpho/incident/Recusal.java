package vn.ungpho.incident;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Unit;

/**
 * Where an agency or official is the subject, persons of the owner unit neither verify nor confirm nor review; they still
 * respond themselves.
 */
@Component
public class Recusal {

    private final IncidentService incidents;

    Recusal(IncidentService incidents) {
        this.incidents = incidents;
    }

    public Optional<Refusal> bars(String number, Caller caller) {
        Report report = incidents.get(number).report();
        boolean barred = report.measures().officialInvolved() && caller.isIn(Unit.groupOf(report.ownerUnit()));
        return barred ? Optional.of(Refusal.notAllowed("refused.recused", report.ownerUnit())) : Optional.empty();
    }
}
