package vn.ungpho.incident;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.StartForm;
import vn.ungpho.incident.Severity.Harm;
import vn.ungpho.incident.Severity.OwnerTier;
import vn.ungpho.incident.Severity.SourceTier;
import vn.ungpho.incident.Severity.Verification;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Unit;

/** The start form {@code report-incident}. Only the title is required, so that a report never waits for a figure. */
@Component
class ReportForm implements StartForm {

    static final Field<String> TITLE = Field.line("title", 200).required();
    static final Field<String> DESCRIPTION = Field.paragraphs("description", 4000);
    static final Field<String> SECTOR = Field.line("sector", 200);
    static final Field<String> OWNER = Field.line("ownerUnit", 32);
    static final Field<String> URL = Field.webAddress("publicUrl", 2000);
    static final Field<Instant> OCCURRED = Field.instant("occurredAt");
    static final Field<Instant> RECEIVED = Field.instant("receivedAt");
    static final Field<Boolean> EXERCISE = Field.yesNo("exercise");

    /** Clocks of two machines differ a little; a few seconds are not the future. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private final IncidentService incidents;
    private final Organisation organisation;
    private final Clock clock;

    ReportForm(IncidentService incidents, Organisation organisation, Clock clock) {
        this.incidents = incidents;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return IncidentProcess.KEY;
    }

    @Override
    public InputForm form() {
        List<Field<?>> fields = new ArrayList<>(List.of(
                TITLE, DESCRIPTION, SECTOR, OWNER, URL, OCCURRED, RECEIVED, EXERCISE, MeasureFields.VERIFICATION));
        fields.addAll(MeasureFields.withoutVerification());
        return InputForm.of(fields);
    }

    @Override
    public Start start(Entered entered) {
        Unit owner = ownerOf(entered);
        Instant received = entered.get(RECEIVED).orElseGet(clock::instant);
        Instant occurred = entered.get(OCCURRED).orElse(received);
        requireInOrder(occurred, received);
        Incident incident = incidents.report(
                new Report(
                        entered.the(TITLE),
                        entered.get(DESCRIPTION).orElse(null),
                        entered.get(SECTOR).orElse(null),
                        owner.code(),
                        entered.get(URL).orElse(null),
                        occurred,
                        received,
                        entered.get(EXERCISE).orElse(false),
                        MeasureFields.read(entered, unknown(owner))),
                entered);
        return new Start(incident.number(), Map.of());
    }

    private Unit ownerOf(Entered entered) {
        String code = entered.get(OWNER).orElse(Organisation.PRESS_AUTHORITY);
        return organisation.unit(code).orElseThrow(() -> Refusal.badInput(OWNER.name(), "incident.unit", code));
    }

    private void requireInOrder(Instant occurred, Instant received) {
        Instant latest = clock.instant().plus(CLOCK_SKEW);
        if (received.isAfter(latest)) {
            throw Refusal.badInput(RECEIVED.name(), "incident.future");
        }
        if (occurred.isAfter(latest)) {
            throw Refusal.badInput(OCCURRED.name(), "incident.future");
        }
        if (occurred.isAfter(received)) {
            throw Refusal.badInput(OCCURRED.name(), "incident.order");
        }
    }

    /** What is assumed where the report is silent. */
    private static Measures unknown(Unit owner) {
        return new Measures(
                0,
                BigDecimal.ONE,
                SourceTier.C,
                Harm.NONE,
                1,
                1,
                false,
                Verification.UNVERIFIED,
                false,
                false,
                false,
                owner.tier() == Unit.Tier.PROVINCE ? OwnerTier.PROVINCE : OwnerTier.CENTRAL);
    }
}
