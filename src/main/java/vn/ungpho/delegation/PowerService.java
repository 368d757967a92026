package vn.ungpho.delegation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Changes;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Role;

/** Enters powers and revokes them, each with its trace. */
@Service
@Transactional
class PowerService {

    private static final String AREA = "delegations";

    private static final Field<String> REASON = Field.paragraphs("reason", 2000).required();
    private static final InputForm REVOCATION = InputForm.of(REASON);

    private final PowerForm form;
    private final PowerRules rules;
    private final Powers powers;
    private final Names names;
    private final Changes changes;
    private final Clock clock;

    PowerService(PowerForm form, PowerRules rules, Powers powers, Names names, Changes changes, Clock clock) {
        this.form = form;
        this.rules = rules;
        this.powers = powers;
        this.names = names;
        this.changes = changes;
        this.clock = clock;
    }

    Power enter(Map<String, ?> fields, Caller caller) {
        requireWriter(caller);
        powers.takeTurn();
        Power power = form.read(fields, caller.id());
        rules.require(power);
        powers.add(power);
        changes.note(AREA, subject(power), null, power.asFacts());
        return power;
    }

    /** With it ends what was passed on from it. @return those that have ended */
    List<Power> revoke(UUID id, Map<String, ?> fields, Caller caller) {
        requireWriter(caller);
        Entered entered = REVOCATION.read(fields);
        powers.takeTurn();
        // As precise as the database keeps it: it has ended at this very instant.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Power power = powers.find(id).orElseThrow(() -> Refusal.unknown("delegation.unknown"));
        if (!power.end().isAfter(now)) {
            throw Refusal.conflict("delegation.ended");
        }
        List<Power> ended = new ArrayList<>(List.of(power));
        powers.passedOnFrom(id).stream()
                .filter(second -> second.end().isAfter(now))
                .forEach(ended::add);
        List<Changes.Change> noted = new ArrayList<>();
        ended.forEach(one -> {
            powers.revoke(one.id(), now, caller.id(), entered.the(REASON));
            noted.add(new Changes.Change(
                    subject(one),
                    one.asFacts(),
                    powers.find(one.id()).orElseThrow().asFacts()));
        });
        changes.noteAll(AREA, noted);
        return ended;
    }

    private static void requireWriter(Caller caller) {
        caller.require(Role.ADMINISTRATOR, Role.MINISTRY_OFFICE);
    }

    private String subject(Power power) {
        return "%s – %s – %s %s"
                .formatted(
                        power.documentNumber(),
                        names.of(power.deputy()),
                        power.mark() + ".",
                        names.of(power.principal()));
    }
}
