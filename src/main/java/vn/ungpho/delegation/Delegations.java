package vn.ungpho.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Text;
import vn.ungpho.organisation.Role;

/** Who acts for whom. */
@Service
public class Delegations {

    private static final int MOST = 500;

    private static final Role[] READERS = {
        Role.ADMINISTRATOR,
        Role.AUDITOR,
        Role.DUTY_OFFICER,
        Role.PRESS_OFFICER,
        Role.PRESS_DIRECTOR,
        Role.MINISTRY_OFFICE,
        Role.MINISTRY_LEADER
    };

    private final PowerService service;
    private final Powers powers;
    private final HeldPowers held;
    private final PowerForm form;
    private final ShownTasks shownTasks;
    private final CatchUp catchUp;
    private final Clock clock;

    Delegations(
            PowerService service,
            Powers powers,
            HeldPowers held,
            PowerForm form,
            ShownTasks shownTasks,
            CatchUp catchUp,
            Clock clock) {
        this.service = service;
        this.powers = powers;
        this.held = held;
        this.form = form;
        this.shownTasks = shownTasks;
        this.catchUp = catchUp;
        this.clock = clock;
    }

    /** @throws vn.ungpho.input.Refusal 400 for wrong fields, 403 for other roles and for whoever gains by it, 422 */
    public Power enter(Map<String, ?> fields, Caller caller) {
        Power power = service.enter(fields, caller);
        catchUp.settleIfNeeded(power.deputy());
        return power;
    }

    /** It ends now. @throws vn.ungpho.input.Refusal 400 without a reason, 403, 404, 409 if it has ended already */
    public Power revoke(UUID id, Map<String, ?> fields, Caller caller) {
        List<Power> ended = service.revoke(id, fields, caller);
        ended.stream().map(Power::deputy).distinct().forEach(catchUp::settleIfNeeded);
        return get(id);
    }

    /** By whom this account is represented at that time. */
    public List<Held> heldFor(String account, Instant at) {
        return held.heldFor(List.of(account), at);
    }

    /** In whose places this account stands now. */
    public List<Held> heldBy(String account) {
        return held.heldBy(account, clock.instant());
    }

    /** @throws vn.ungpho.input.Refusal (404) if there is none */
    public Power get(UUID id) {
        return powers.find(id).orElseThrow(() -> Refusal.unknown("delegation.unknown"));
    }

    /** The open tasks of the incident that the account sees in somebody else's place, by their ids. */
    public List<String> shownTo(String account, String number) {
        return shownTasks.of(number).stream()
                .filter(shown -> shown.deputy().equals(account))
                .map(ShownTasks.Shown::task)
                .toList();
    }

    /** @param words over people and documents, without diacritics; empty for all */
    public List<Power> search(String words) {
        return powers.search(pattern(words), MOST);
    }

    /** For the roles that keep the powers and those who control: all; for others those that concern them. */
    public List<Power> readableBy(Caller caller, String words) {
        return caller.isOne(READERS) ? search(words) : powers.concerning(caller.id());
    }

    public List<PowerForm.Process> processes() {
        return form.processes();
    }

    private static String pattern(String words) {
        return "%" + Text.literally(Text.line(words)) + "%";
    }
}
