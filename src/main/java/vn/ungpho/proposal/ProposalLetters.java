package vn.ungpho.proposal;

import static vn.ungpho.input.Languages.VIETNAMESE;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.input.Words;
import vn.ungpho.notification.Notice;
import vn.ungpho.notification.Notices;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Role;

/** Who is told what of a proposal, beyond the letters that every task brings. */
@Component
class ProposalLetters {

    private final Notices notices;
    private final IncidentService incidents;
    private final Names names;
    private final Words words;

    ProposalLetters(Notices notices, IncidentService incidents, Names names, Words words) {
        this.notices = notices;
        this.incidents = incidents;
        this.names = names;
        this.words = words;
    }

    void returned(Proposal proposal, String desk, String reason, Collection<String> writers) {
        notices.toPersons(
                notice(
                        "proposal_returned_to_drafter",
                        proposal,
                        Map.of(
                                "round", proposal.round(),
                                "desk", words.value("desk", desk, VIETNAMESE),
                                "reason", reason),
                        String.valueOf(proposal.round())),
                writers);
    }

    void opinionOverdue(Proposal proposal, Opinion silent, String group) {
        notices.toGroups(
                notice(
                        "opinion_overdue_to_unit",
                        proposal,
                        Map.of(
                                "unit", names.of(group),
                                "due", words.time(silent.dueAt()),
                                "legalBasis", silent.legalBasis()),
                        proposal.round() + ":" + silent.unit()),
                List.of(group, Role.PRESS_OFFICER.group(), Role.PRESS_DIRECTOR.group()));
    }

    void decided(Proposal proposal, Decision decision) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("decision", words.value("decision", decision.decision(), VIETNAMESE));
        facts.put("authority", words.value(proposal.authority(), VIETNAMESE));
        facts.put("documentNumber", decision.documentNumber());
        facts.put("documentDate", words.date(decision.documentDate()));
        facts.put("direction", decision.direction() == null ? "–" : decision.direction());
        notices.toGroups(
                notice("decision_recorded", proposal, facts, String.valueOf(proposal.round())),
                List.of(Role.PRESS_OFFICER.group(), Role.PRESS_DIRECTOR.group(), Role.MINISTRY_LEADER.group()));
    }

    void corrected(Proposal proposal, Decision before, Decision after, int version) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("decision", words.value("decision", after.decision(), VIETNAMESE));
        facts.put("before", "số %s ngày %s".formatted(before.documentNumber(), words.date(before.documentDate())));
        facts.put("after", "số %s ngày %s".formatted(after.documentNumber(), words.date(after.documentDate())));
        facts.put("by", names.of(after.by()));
        facts.put("reason", after.correction());
        Notice notice = notice("decision_corrected", proposal, facts, after.round() + ":" + version);
        notices.toGroups(
                notice, List.of(Role.PRESS_OFFICER.group(), Role.PRESS_DIRECTOR.group(), Role.MINISTRY_LEADER.group()));
        notices.toPersons(notice, List.of(before.by()));
    }

    private Notice notice(String template, Proposal proposal, Map<String, Object> facts, String occasion) {
        Incident incident = incidents.get(proposal.number());
        return new Notice(
                template,
                incident.number(),
                incident.level(),
                incident.report().title(),
                facts,
                template + ":" + proposal.processInstanceId() + ":" + occasion);
    }
}
