package vn.ungpho.authority;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ungpho.audit.Actors;
import vn.ungpho.engine.OpenTasks;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.input.Words;
import vn.ungpho.notification.Notice;
import vn.ungpho.notification.Notices;
import vn.ungpho.notification.PublicAddress;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Role;

/** Tells who holds a task now, who held it before, and of broken glass those who answer for it. */
@Component
class HolderLetters {

    private static final String NOBODY = "–";

    private final Notices notices;
    private final IncidentService incidents;
    private final PublicAddress address;
    private final Names names;
    private final Words words;
    private final Actors actors;

    HolderLetters(
            Notices notices,
            IncidentService incidents,
            PublicAddress address,
            Names names,
            Words words,
            Actors actors) {
        this.notices = notices;
        this.incidents = incidents;
        this.address = address;
        this.names = names;
        this.words = words;
        this.actors = actors;
    }

    /** To whoever shall do it from now on. */
    void given(OpenTasks.Open open, String holder, String reason) {
        notices.toPersons(notice("task_given_to_holder", open, holder, reason), List.of(holder));
    }

    /** To whoever held it before, if anybody did. @param next null: its groups may take it */
    void taken(OpenTasks.Open open, String next, String reason) {
        if (open.task().assignee() != null) {
            notices.toPersons(
                    notice("task_taken_from_holder", open, next, reason),
                    List.of(open.task().assignee()));
        }
    }

    /** To all who may take it again. */
    void open(OpenTasks.Open open, String reason) {
        notices.toGroups(notice("task_returned_to_group", open, null, reason), open.groups());
    }

    void glassBroken(OpenTasks.Open open, String next, String reason) {
        notices.toGroups(
                notice("break_glass_to_leadership", open, next, reason),
                List.of(Role.PRESS_DIRECTOR.group(), Role.MINISTRY_LEADER.group()));
    }

    private Notice notice(String template, OpenTasks.Open open, String next, String reason) {
        TaskFile task = open.task();
        Incident incident = incidents.get(task.number());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("task", task.name());
        facts.put("due", task.due() == null ? NOBODY : words.time(task.due()));
        facts.put("by", names.of(actors.current().id()));
        facts.put("before", task.assignee() == null ? NOBODY : names.of(task.assignee()));
        facts.put("next", next == null ? String.join(", ", groups(open)) : names.of(next));
        facts.put("reason", reason);
        facts.put("link", address.of("/camunda/app/tasklist/default/#/?task=" + task.id()));
        return new Notice(
                template,
                task.number(),
                incident.level(),
                incident.report().title(),
                facts,
                // The same task may go to and fro between the same people: each time is an occasion of its own.
                template + ":" + task.id() + ":" + UUID.randomUUID());
    }

    private List<String> groups(OpenTasks.Open open) {
        return open.groups().stream().map(names::of).toList();
    }
}
