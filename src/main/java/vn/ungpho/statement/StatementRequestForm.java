package vn.ungpho.statement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.InTheirPlace;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.Readers;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Role;
import vn.ungpho.organisation.Unit;

/** A public statement is asked for: by whom, from which unit, and the news to the corridor. It never waits for anything. */
@Service
public class StatementRequestForm {

    static final Field<Integer> CORRECTION = Field.integer("correctionOf", 1, Integer.MAX_VALUE);

    /** Key of the process that is started. */
    private static final String PROCESS = "release-statement";

    private static final Field<String> UNIT = Field.line("unit", 32);
    private static final Field<String> PURPOSE = Field.paragraphs("purpose", 2000);
    private static final InputForm FORM = InputForm.of(UNIT, PURPOSE, CORRECTION);

    private static final Set<String> ASK_ANY_UNIT = Set.of(
            Role.DUTY_OFFICER.group(),
            Role.PRESS_OFFICER.group(),
            Role.PRESS_DIRECTOR.group(),
            Role.MINISTRY_LEADER.group(),
            Role.SPOKESPERSON.group());

    private final StatementService statements;
    private final StatementProcess process;
    private final Readers readers;
    private final Organisation organisation;
    private final InTheirPlace inTheirPlace;

    StatementRequestForm(
            StatementService statements,
            StatementProcess process,
            Readers readers,
            Organisation organisation,
            InTheirPlace inTheirPlace) {
        this.statements = statements;
        this.process = process;
        this.readers = readers;
        this.organisation = organisation;
        this.inTheirPlace = inTheirPlace;
    }

    /** @param unit code of the unit that drafts */
    public record Requested(long id, String number, String unit) {}

    /**
     * @throws Refusal 404 if the caller may not read the incident, 400 naming the wrong field, 403 for others than the
     *     desks and the unit itself, 409 after the end
     */
    @Transactional
    public Requested request(String number, Map<String, Object> fields, Caller caller) {
        return inTheirPlace.act(
                number,
                PROCESS,
                caller,
                as -> organisation.units().stream().anyMatch(unit -> mayAsk(as, unit)),
                as -> requested(number, fields, as));
    }

    private Requested requested(String number, Map<String, Object> fields, Caller caller) {
        Incident incident = readers.read(number, caller);
        Entered entered = FORM.read(fields);
        String code = entered.get(UNIT)
                .orElseGet(() -> organisation.codeToday(
                        incident.report().ownerUnit(), Organisation.dayOf(incident.registeredAt())));
        Unit unit = organisation.unit(code).orElseThrow(() -> Refusal.badInput(UNIT.name(), "incident.unit", code));
        if (!mayAsk(caller, unit)) {
            throw Refusal.notAllowed("refused.role");
        }
        long id = statements.request(
                number,
                unit,
                entered.get(PURPOSE).orElse(null),
                entered.get(CORRECTION).map(Integer::longValue).orElse(null),
                entered);
        process.requested(number, id);
        return new Requested(id, number, unit.code());
    }

    /** The units from which this person may ask for a statement: all, their own, or none. */
    @Transactional(readOnly = true)
    public List<Unit> unitsFor(String number, Caller caller) {
        List<Caller> callers = inTheirPlace.callers(number, PROCESS, caller);
        return organisation.units().stream()
                .filter(unit -> callers.stream().anyMatch(as -> mayAsk(as, unit)))
                .toList();
    }

    private static boolean mayAsk(Caller caller, Unit unit) {
        return caller.groups().stream().anyMatch(ASK_ANY_UNIT::contains) || caller.isIn(unit.group());
    }
}
