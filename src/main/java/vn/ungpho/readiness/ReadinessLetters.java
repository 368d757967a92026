package vn.ungpho.readiness;

import static vn.ungpho.input.Languages.VIETNAMESE;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ungpho.input.Words;
import vn.ungpho.notification.Notice;
import vn.ungpho.notification.Notices;
import vn.ungpho.notification.PublicAddress;
import vn.ungpho.organisation.Role;

/** Tells the administrators in the morning what has come to be missing overnight. */
@Component
class ReadinessLetters {

    private static final int NAMED = 40;
    private static final String NO_INCIDENT = "";

    private final Notices notices;
    private final PublicAddress address;
    private final Words words;

    ReadinessLetters(Notices notices, PublicAddress address, Words words) {
        this.notices = notices;
        this.address = address;
        this.words = words;
    }

    void newHoles(Check check, List<Hole> holes) {
        Map<String, Object> facts = Map.of(
                "count", holes.size(),
                "holes", holes.stream().limit(NAMED).map(this::line).collect(Collectors.joining("\n")),
                "more", Math.max(0, holes.size() - NAMED),
                "at", words.time(check.at()),
                "page", address.of("/administration/readiness"));
        notices.toGroups(
                new Notice(
                        "new_holes_to_administrators",
                        NO_INCIDENT,
                        null,
                        String.valueOf(holes.size()),
                        facts,
                        "readiness:" + check.id()),
                List.of(Role.ADMINISTRATOR.group()));
    }

    private String line(Hole hole) {
        String persons = hole.persons().isEmpty() ? "" : " (" + hole.persons() + ")";
        return "– %s, bước “%s”, %s: %s%s"
                .formatted(
                        hole.processName(),
                        hole.taskName(),
                        hole.groupNames(),
                        words.value(hole.kind(), VIETNAMESE).toLowerCase(VIETNAMESE),
                        persons);
    }
}
