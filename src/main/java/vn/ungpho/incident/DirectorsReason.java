package vn.ungpho.incident;

import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.InTheirPlace;
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
    private final InTheirPlace inTheirPlace;

    DirectorsReason(Readers readers, Recusal recusal, InTheirPlace inTheirPlace) {
        this.readers = readers;
        this.recusal = recusal;
        this.inTheirPlace = inTheirPlace;
    }

    /**
     * The director acts, or somebody in a director's place.
     *
     * @param process key of the process that the act belongs to
     * @param act takes the reason
     * @throws Refusal 404 unknown number, 403 for other roles and for the recused, 400 without a reason
     */
    public void act(String number, String process, Map<String, Object> fields, Caller caller, Consumer<String> act) {
        inTheirPlace.act(number, process, caller, DirectorsReason::isDirector, as -> {
            act.accept(read(number, fields, as));
            return number;
        });
    }

    /** For what a page offers. */
    public boolean mayAct(String number, String process, Caller caller) {
        return inTheirPlace.callers(number, process, caller).stream()
                .anyMatch(as -> isDirector(as) && recusal.bars(number, as).isEmpty());
    }

    private String read(String number, Map<String, Object> fields, Caller caller) {
        readers.read(number, caller);
        if (!isDirector(caller)) {
            throw Refusal.notAllowed("refused.role");
        }
        recusal.bars(number, caller).ifPresent(refusal -> {
            throw refusal;
        });
        return FORM.read(fields).the(REASON);
    }

    private static boolean isDirector(Caller caller) {
        return caller.isIn(Role.PRESS_DIRECTOR.group());
    }
}
