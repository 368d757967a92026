package vn.ungpho.incident;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Role;

/** What only the press director may do to an incident, outside any task, and only with a reason. */
@Component
public class DirectorsReason {

    private static final Field<String> REASON = Field.paragraphs("reason", 2000).required();
    private static final InputForm FORM = InputForm.of(REASON);

    private final Readers readers;
    private final Recusal recusal;

    DirectorsReason(Readers readers, Recusal recusal) {
        this.readers = readers;
        this.recusal = recusal;
    }

    /** @throws Refusal 404 unknown number, 403 for other roles and for the recused, 400 without a reason */
    public String read(String number, Map<String, Object> fields, Caller caller) {
        readers.read(number, caller);
        if (!caller.isIn(Role.PRESS_DIRECTOR.group())) {
            throw Refusal.notAllowed("refused.role");
        }
        recusal.bars(number, caller).ifPresent(refusal -> {
            throw refusal;
        });
        return FORM.read(fields).the(REASON);
    }
}
