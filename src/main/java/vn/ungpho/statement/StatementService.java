package vn.ungpho.statement;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actors;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.clock.ClockRule.Purpose;
import vn.ungpho.clock.RunningClocks;
import vn.ungpho.document.DocumentRegister;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.IncidentEnded;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.incident.Report;
import vn.ungpho.incident.Severity.Verification;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Unit;
import vn.ungpho.statement.StatementFile.Outcome;
import vn.ungpho.statement.StatementFile.Release;
import vn.ungpho.statement.StatementFile.Review;
import vn.ungpho.statement.StatementFile.State;
import vn.ungpho.statement.StatementFile.Version;

/** What happens to a statement from the request to its release. Each act takes the incident's row first. */
@Service
@Transactional
class StatementService {

    private static final String NO_HEADLINE = "Thông cáo báo chí";

    private static final String INCIDENT_ENDED = "INCIDENT_ENDED";

    private final Statements statements;
    private final IncidentService incidents;
    private final Organisation organisation;
    private final DocumentRegister register;
    private final RunningClocks clocks;
    private final StatementLetters letters;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    StatementService(
            Statements statements,
            IncidentService incidents,
            Organisation organisation,
            DocumentRegister register,
            RunningClocks clocks,
            StatementLetters letters,
            AuditTrail audit,
            Actors actors,
            Clock clock) {
        this.statements = statements;
        this.incidents = incidents;
        this.organisation = organisation;
        this.register = register;
        this.clocks = clocks;
        this.letters = letters;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    /** @throws Refusal 409 after the end of the incident, 400 if what is to be corrected was not released in it */
    long request(String number, Unit unit, String purpose, Long correctionOf, Entered entered) {
        incidents.hold(number).requireOpen();
        if (correctionOf != null && !statements.isReleased(correctionOf, number)) {
            throw Refusal.badInput(StatementRequestForm.CORRECTION.name(), "statement.correction", correctionOf);
        }
        long id = statements.add(
                number, unit.code(), purpose, correctionOf, actors.current().id(), clock.instant());
        audit.append(
                number,
                "STATEMENT_REQUESTED",
                Map.of("statement", id, "group", unit.group(), "entered", entered.asFacts()));
        return id;
    }

    void begin(long id, String processInstanceId) {
        held(id);
        statements.begun(id, processInstanceId);
        statements.goesOn(id, State.DRAFTING);
    }

    @Transactional(readOnly = true)
    StatementFile get(long id) {
        return statements.get(id);
    }

    /** Who speaks: the unit that was asked or, where it has ended since, its successor. */
    @Transactional(readOnly = true)
    String groupOf(StatementFile statement) {
        return Unit.groupOf(speaker(statement));
    }

    private String speaker(StatementFile statement) {
        return organisation.codeToday(statement.unit(), Organisation.dayOf(statement.requestedAt()));
    }

    /** @throws Refusal 400 or 422 on the label, see {@link Labelling} */
    void draft(long id, Wording wording) {
        StatementFile statement = held(id);
        Labelling.requireLawful(wording, verificationOf(statement));
        statements.add(
                id,
                new Version(
                        statement.versions().size() + 1,
                        wording,
                        actors.current().id(),
                        clock.instant()));
        statements.goesOn(id, State.CHECKING);
    }

    /** @throws Refusal 422 if the current draft is let pass with a label that no longer holds */
    void review(long id, Desk desk, Outcome outcome, String reason) {
        StatementFile statement = held(id);
        Version draft = statement.current().orElseThrow();
        if (outcome == Outcome.APPROVE) {
            requireStillLawful(statement, draft);
        }
        String by = actors.current().id();
        statements.add(id, new Review(draft.number(), desk.task(), outcome, reason, by, clock.instant()));
        switch (outcome) {
            case APPROVE -> statements.goesOn(id, desk.next());
            case RETURN -> {
                statements.goesOn(id, State.DRAFTING);
                audit.append(statement.number(), "STATEMENT_RETURNED", facts(statement, desk, outcome, reason));
                letters.returned(statement, draft, desk, reason);
            }
            case REJECT, WITHDRAW -> {
                statements.ended(id, State.STOPPED, reason, clock.instant());
                audit.append(statement.number(), "STATEMENT_STOPPED", facts(statement, desk, outcome, reason));
            }
        }
    }

    /** The current draft becomes public, numbered and unchangeable. @param channel null if not said */
    void release(long id, String channel) {
        StatementFile statement = held(id);
        Version draft = statement.current().orElseThrow();
        requireStillLawful(statement, draft);
        Incident incident = incidents.get(statement.number());
        meetClock(incident, speaker(statement));
        String headline = draft.wording().headline();
        String document = register.issue(
                DocumentRegister.Type.TC,
                speaker(statement),
                statement.number(),
                headline == null ? NO_HEADLINE : headline);
        Instant now = clock.instant();
        statements.add(
                id,
                new Release(
                        draft.number(),
                        document,
                        channel,
                        organisation.nameOf(speaker(statement), organisation.today()),
                        actors.current().id(),
                        now));
        statements.ended(id, State.RELEASED, null, now);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("statement", id);
        facts.put("documentNumber", document);
        facts.put("version", draft.number());
        facts.put("channel", channel);
        audit.append(statement.number(), "STATEMENT_RELEASED", facts);
        letters.released(statements.get(id), incident);
    }

    /**
     * The agency has spoken (Decree 09/2017/NĐ-CP art. 6.3.a, Decree 244/2026/NĐ-CP art. 7): the unit that has to, or,
     * while the Ministry leads, any unit of the Ministry. It may do so before anybody has assessed the incident, and so
     * before its clock was started.
     */
    private void meetClock(Incident incident, String unit) {
        Report report = incident.report();
        boolean ledByMinistry = incident.route() != null && incident.route().isLedByMinistry();
        String owner = organisation.codeToday(report.ownerUnit(), Organisation.dayOf(incident.registeredAt()));
        if (unit.equals(owner) || ledByMinistry && isOfTheMinistry(unit)) {
            clocks.start(incident.number(), Purpose.FIRST_STATEMENT, report.occurredAt(), report.receivedAt());
            clocks.met(incident.number(), Purpose.FIRST_STATEMENT);
        }
    }

    private boolean isOfTheMinistry(String code) {
        String ministry = organisation
                .unit(Organisation.PRESS_AUTHORITY)
                .map(Unit::parent)
                .orElse(Organisation.PRESS_AUTHORITY);
        return code.equals(ministry)
                || organisation
                        .unit(code)
                        .filter(unit -> ministry.equals(unit.parent()))
                        .isPresent();
    }

    @EventListener
    void on(IncidentEnded ended) {
        List<StatementFile> open = statements.of(ended.number()).stream()
                .filter(statement -> statement.state().isOpen())
                .toList();
        open.forEach(statement -> {
            statements.ended(statement.id(), State.STOPPED, INCIDENT_ENDED, clock.instant());
            audit.append(
                    ended.number(), "STATEMENT_STOPPED", Map.of("statement", statement.id(), "reason", INCIDENT_ENDED));
        });
    }

    private StatementFile held(long id) {
        incidents.hold(statements.get(id).number());
        return statements.get(id);
    }

    private Verification verificationOf(StatementFile statement) {
        return incidents.get(statement.number()).report().measures().verification();
    }

    private void requireStillLawful(StatementFile statement, Version draft) {
        if (!Labelling.isLawful(draft.wording(), verificationOf(statement))) {
            throw Refusal.againstRule(null, "statement.labelNoLonger");
        }
    }

    private static Map<String, Object> facts(StatementFile statement, Desk desk, Outcome outcome, String reason) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("statement", statement.id());
        facts.put("desk", desk.task());
        facts.put("version", statement.versions().size());
        facts.put("outcome", outcome.name());
        facts.put("reason", reason);
        return facts;
    }
}
