package vn.ungpho.proposal;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.engine.Caller;
import vn.ungpho.incident.Readers;
import vn.ungpho.incident.Recusal;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Role;

/** The press director withdraws the running proposal: the crisis is over before the signature, or another body leads. */
@Service
public class WithdrawProposalForm {

    private static final Field<String> REASON = Field.paragraphs("reason", 2000).required();
    private static final InputForm FORM = InputForm.of(REASON);

    private final ProposalService service;
    private final ProposalProcess process;
    private final Readers readers;
    private final Recusal recusal;

    WithdrawProposalForm(ProposalService service, ProposalProcess process, Readers readers, Recusal recusal) {
        this.service = service;
        this.process = process;
        this.readers = readers;
        this.recusal = recusal;
    }

    /** @throws Refusal 403 for other roles, 404 unknown number, 409 after the end or if no proposal runs */
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
        service.withdraw(number, entered.the(REASON));
        process.withdrawn(number);
    }
}
