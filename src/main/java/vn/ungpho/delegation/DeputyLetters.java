package vn.ungpho.delegation;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.input.Languages;
import vn.ungpho.input.Words;
import vn.ungpho.notification.Notice;
import vn.ungpho.notification.Notices;
import vn.ungpho.notification.PublicAddress;
import vn.ungpho.organisation.Names;

/** Tells a deputy of a task, and in whose place it is theirs. */
@Component
class DeputyLetters {

    private final Notices notices;
    private final IncidentService incidents;
    private final PublicAddress address;
    private final Names names;
    private final Words words;

    DeputyLetters(Notices notices, IncidentService incidents, PublicAddress address, Names names, Words words) {
        this.notices = notices;
        this.incidents = incidents;
        this.address = address;
        this.names = names;
        this.words = words;
    }

    void tell(String number, ShownTasks.Open task, Held held) {
        incidents.find(number).ifPresent(incident -> {
            String place = words.text(
                    "delegation.inPlaceOf",
                    Languages.VIETNAMESE,
                    held.mark().name(),
                    names.of(held.principal()),
                    held.documents());
            notices.toPersons(
                    new Notice(
                            "task_opened_to_deputy",
                            number,
                            incident.level(),
                            incident.report().title(),
                            Map.of(
                                    "task",
                                    task.name(),
                                    "place",
                                    place,
                                    "due",
                                    words.time(task.due()),
                                    "link",
                                    address.of("/camunda/app/tasklist/default/#/?task=" + task.id())),
                            "deputy:" + held.power().id() + ":" + task.id()),
                    List.of(held.deputy()));
        });
    }
}
