package vn.ungpho.statement;

import static vn.ungpho.input.Languages.VIETNAMESE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.input.Words;
import vn.ungpho.notification.Notice;
import vn.ungpho.notification.Notices;
import vn.ungpho.notification.PublicAddress;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Role;
import vn.ungpho.organisation.Unit;
import vn.ungpho.statement.StatementFile.Version;

/** Who hears what has become of a statement. */
@Component
class StatementLetters {

    private final Notices notices;
    private final IncidentService incidents;
    private final PublicAddress address;
    private final Words words;
    private final Organisation organisation;

    StatementLetters(
            Notices notices, IncidentService incidents, PublicAddress address, Words words, Organisation organisation) {
        this.notices = notices;
        this.incidents = incidents;
        this.address = address;
        this.words = words;
        this.organisation = organisation;
    }

    void returned(StatementFile statement, Version draft, Desk desk, String reason) {
        notices.toPersons(
                notice(
                        "statement_returned_to_drafter",
                        incidents.get(statement.number()),
                        Map.of(
                                "version",
                                draft.number(),
                                "desk",
                                words.value("desk", desk.task(), VIETNAMESE),
                                "reason",
                                reason),
                        "statement-returned:" + statement.id() + ":" + draft.number()),
                List.of(draft.draftedBy()));
    }

    void released(StatementFile statement, Incident incident) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("document", statement.release().documentNumber());
        facts.put("unit", statement.release().unitName());
        if (!incident.report().exercise()) {
            facts.put("link", address.of("/public/statements/" + statement.id()));
        }
        notices.toGroups(
                notice("statement_released", incident, facts, "statement-released:" + statement.id()),
                List.of(
                        Role.PRESS_OFFICER.group(),
                        Role.PRESS_DIRECTOR.group(),
                        Role.DUTY_OFFICER.group(),
                        organisation.groupToday(Unit.groupOf(statement.unit()), statement.requestedAt())));
    }

    private static Notice notice(String template, Incident incident, Map<String, Object> facts, String occasion) {
        return new Notice(
                template, incident.number(), incident.level(), incident.report().title(), facts, occasion);
    }
}
