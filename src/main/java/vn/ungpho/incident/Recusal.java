package vn.ungpho.incident;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Unit;

/**
 * Where an agency or official is the subject, persons of the owner unit neither verify nor confirm nor review; they still
 * respond themselves.
 */
@Component
public class Recusal {

    private final IncidentService incidents;
    private final Organisation organisation;

    Recusal(IncidentService incidents, Organisation organisation) {
        this.incidents = incidents;
        this.organisation = organisation;
    }

    public Optional<Refusal> bars(String number, Caller caller) {
        Incident incident = incidents.get(number);
        Report report = incident.report();
        boolean barred = report.measures().officialInvolved() && isOfTheOwner(caller, incident);
        return barred ? Optional.of(Refusal.notAllowed("refused.recused", report.ownerUnit())) : Optional.empty();
    }

    /** Of the unit itself or of the one that has taken over; whoever has not left the group of an ended unit counts, too. */
    private boolean isOfTheOwner(Caller caller, Incident incident) {
        String code = incident.report().ownerUnit();
        LocalDate day = Organisation.dayOf(incident.registeredAt());
        return caller.isIn(organisation.groupToday(code, day))
                || caller.isIn(Unit.groupOf(code)) && organisation.unit(code).isEmpty();
    }
}
