package vn.ungpho.incident;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.TaskOpened;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Role;

/**
 * Who may read an incident: one answer for lists, counts and details alike. The roles that work on every incident and
 * those who control the work read all; everybody else reads the incidents in which one of their groups has had a task,
 * or in which a task is shown to them in somebody else's place.
 */
@Component
public class Readers {

    private static final Set<String> READ_ALL = Set.of(
            Role.DUTY_OFFICER.group(),
            Role.PRESS_OFFICER.group(),
            Role.PRESS_DIRECTOR.group(),
            Role.MINISTRY_OFFICE.group(),
            Role.MINISTRY_LEADER.group(),
            Role.AUDITOR.group(),
            Role.ADMINISTRATOR.group());

    /** Before the id of a single person: no group is called like this. */
    private static final String PERSON = "person:";

    private final IncidentService incidents;
    private final Incidents table;

    Readers(IncidentService incidents, Incidents table) {
        this.incidents = incidents;
        this.table = table;
    }

    public boolean readsAll(Caller caller) {
        return caller.groups().stream().anyMatch(READ_ALL::contains);
    }

    /** For lists and counts: a condition on {@code incident i}, with {@code :readerGroups} to fill. */
    public String condition(Caller caller) {
        return readsAll(caller)
                ? "true"
                : "EXISTS (SELECT 1 FROM incident_reader r WHERE r.number = i.number AND r.group_id IN (:readerGroups))";
    }

    /** The groups for {@link #condition}, and the person alone; never empty, since SQL knows no empty list. */
    public List<String> groups(Caller caller) {
        return Stream.concat(caller.groups().stream(), Stream.of(PERSON + caller.id()))
                .toList();
    }

    /** The person may read the incident, whatever their groups. */
    public void admit(String number, String person) {
        table.admit(number, PERSON + person);
    }

    /** The person alone may read no longer, but for these incidents and those in which they have acted. */
    public void dismiss(String person, Collection<String> but) {
        table.dismiss(PERSON + person, person, but);
    }

    /** @throws Refusal (404) if there is no such incident or the caller may not know of it: both look the same */
    public Incident read(String number, Caller caller) {
        Incident incident = incidents.get(number);
        if (!readsAll(caller) && !table.isReader(number, groups(caller))) {
            throw Refusal.unknown("incident.unknown");
        }
        return incident;
    }

    @EventListener
    void on(TaskOpened opened) {
        opened.groups().forEach(group -> incidents.mayRead(opened.task().number(), group));
    }
}
