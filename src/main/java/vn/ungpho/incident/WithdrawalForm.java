package vn.ungpho.incident;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Role;

/** The press director withdraws an incident: the only early close there is. */
@Service
public class WithdrawalForm {

    private static final Field<String> REASON = Field.paragraphs("reason", 2000).required();
    private static final InputForm FORM = InputForm.of(REASON);

    private final IncidentService incidents;
    private final IncidentProcess process;
    private final Readers readers;
    private final Recusal recusal;

    WithdrawalForm(IncidentService incidents, IncidentProcess process, Readers readers, Recusal recusal) {
        this.incidents = incidents;
        this.process = process;
        this.readers = readers;
        this.recusal = recusal;
    }

    /** @throws Refusal 403 for other roles, 404 unknown number, 409 after the end */
    @Transactional
    public void withdraw(String number, Map<String, Object> fields, Caller caller) {
        readers.read(number, caller);
        if (!caller.isIn(Role.PRESS_DIRECTOR.group())) {
            throw Refusal.notAllowed("refused.role");
        }
        recusal.bars(number, caller).ifPresent(refusal -> {
            throw refusal;
        });
        Entered entered = FORM.read(fields);
        incidents.withdraw(number, entered.the(REASON));
        process.withdrawn(number);
    }
}
