package vn.ungpho.contactpoint;

import static vn.ungpho.input.Languages.VIETNAMESE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.EventClock;
import vn.ungpho.input.Sha256;
import vn.ungpho.input.Words;
import vn.ungpho.notification.ClockRecipients;
import vn.ungpho.notification.Notice;
import vn.ungpho.notification.Notices;
import vn.ungpho.notification.PublicAddress;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Person;
import vn.ungpho.organisation.Unit;

/** Tells whom the rule names that somebody who speaks is not public yet: one letter to each, whatever their number. */
@Component
class PublicationLetters {

    private static final String NO_INCIDENT = "";
    private static final int NAMED = 100;

    private final Notices notices;
    private final ClockRecipients recipients;
    private final Names names;
    private final PublicAddress address;
    private final Words words;

    PublicationLetters(Notices notices, ClockRecipients recipients, Names names, PublicAddress address, Words words) {
        this.notices = notices;
        this.recipients = recipients;
        this.names = names;
        this.address = address;
        this.words = words;
    }

    /** @param warnings how many warnings of it have come, with this one; 0 for the breach */
    record Matter(ContactPoint entry, EventClock clock, int warnings) {

        private String occasion() {
            return entry.id() + " " + clock.due() + " " + warnings;
        }
    }

    void near(List<Matter> matters) {
        tell("publication_near", matters, EventClock::warnTold);
    }

    void missed(List<Matter> matters) {
        tell("publication_missed", matters, EventClock::breachTold);
    }

    private void tell(String template, List<Matter> matters, Function<EventClock, List<String>> told) {
        Map<Person, List<Matter>> letters = new LinkedHashMap<>();
        matters.forEach(matter -> recipients
                .of(told.apply(matter.clock()), matter.entry().unit())
                .forEach(person -> letters.computeIfAbsent(person, anybody -> new ArrayList<>())
                        .add(matter)));
        letters.forEach((person, of) -> notices.toPeople(notice(template, of), List.of(person)));
    }

    private Notice notice(String template, List<Matter> matters) {
        String lines = matters.stream().limit(NAMED).map(this::line).collect(Collectors.joining("\n\n"));
        String occasion = matters.stream().map(Matter::occasion).collect(Collectors.joining("\n"));
        return new Notice(
                template,
                NO_INCIDENT,
                null,
                matters.size() == 1
                        ? nameOf(matters.get(0))
                        : words.text("publication.several", VIETNAMESE, matters.size()),
                Map.of(
                        "lines", lines,
                        "more", Math.max(0, matters.size() - NAMED),
                        "page", address.of("/administration/contact-points")),
                template + ":" + Sha256.hex(occasion.getBytes(StandardCharsets.UTF_8)));
    }

    private String line(Matter matter) {
        ContactPoint entry = matter.entry();
        return words.text(
                "publication.line",
                VIETNAMESE,
                nameOf(matter),
                entry.personName(),
                words.value("contactKind", entry.kind(), VIETNAMESE),
                words.time(entry.assignedAt()),
                words.time(matter.clock().due()),
                matter.clock().legalBasis());
    }

    private String nameOf(Matter matter) {
        return names.of(Unit.groupOf(matter.entry().unit()));
    }
}
