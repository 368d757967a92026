package vn.ungpho.taskforce;

import static vn.ungpho.input.Languages.VIETNAMESE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.input.Words;
import vn.ungpho.notification.Notice;
import vn.ungpho.notification.Notices;
import vn.ungpho.organisation.Names;
import vn.ungpho.proposal.Seat;

/** Tells people that they are called up, and that a seat is open to them. */
@Component
class CallUpLetters {

    private final Notices notices;
    private final IncidentService incidents;
    private final Names names;
    private final Words words;

    CallUpLetters(Notices notices, IncidentService incidents, Names names, Words words) {
        this.notices = notices;
        this.incidents = incidents;
        this.names = names;
        this.words = words;
    }

    /** One letter for each group, whatever number of seats it has. */
    void calledUp(TaskForce team, List<Seat> decided) {
        Map<String, List<Seat>> byGroup =
                decided.stream().collect(Collectors.groupingBy(Seat::group, LinkedHashMap::new, Collectors.toList()));
        byGroup.forEach((group, seats) -> {
            Map<String, Object> facts = facts(team, group);
            facts.put(
                    "role",
                    seats.stream()
                            .map(Seat::role)
                            .map(this::roleName)
                            .distinct()
                            .collect(Collectors.joining(", ")));
            facts.put("documentNumber", team.founding().documentNumber());
            facts.put("documentDate", words.date(team.founding().documentDate()));
            facts.put("termDays", team.founding().termDays());
            notices.toGroups(notice("called_up_to_members", team, facts, group), List.of(group));
        });
    }

    private Map<String, Object> facts(TaskForce team, String group) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("team", team.name());
        facts.put("group", names.of(group));
        return facts;
    }

    private String roleName(Seat.Role role) {
        return words.value("role", role, VIETNAMESE);
    }

    private Notice notice(String template, TaskForce team, Map<String, Object> facts, String occasion) {
        Incident incident = incidents.get(team.number());
        return new Notice(
                template,
                incident.number(),
                incident.level(),
                incident.report().title(),
                facts,
                template + ":" + team.processInstanceId() + ":" + occasion);
    }
}
