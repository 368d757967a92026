package vn.ungpho.contactpoint;

import static vn.ungpho.input.Languages.VIETNAMESE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import vn.ungpho.organisation.KnownNames;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;
import vn.ungpho.organisation.Unit;

/**
 * Tells whom the rule names that somebody who speaks is not public yet: of all that are looked at in one transaction one
 * letter to each. Only who may write in the register is led there.
 */
@Component
class PublicationLetters {

    private static final String NO_INCIDENT = "";

    private final Notices notices;
    private final ClockRecipients recipients;
    private final People people;
    private final Names names;
    private final PublicAddress address;
    private final Words words;

    PublicationLetters(
            Notices notices,
            ClockRecipients recipients,
            People people,
            Names names,
            PublicAddress address,
            Words words) {
        this.notices = notices;
        this.recipients = recipients;
        this.people = people;
        this.names = names;
        this.address = address;
        this.words = words;
    }

    /** @param warnings how many warnings of it have come, with this one; 0 for the breach */
    record Matter(ContactPoint entry, EventClock clock, int warnings) {

        private String group() {
            return Unit.groupOf(entry.unit());
        }

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
        if (matters.isEmpty()) {
            return;
        }
        KnownNames known = names.known(matters.stream().map(Matter::group).toList());
        Set<String> writers = people.inGroups(Register.writerGroups()).stream()
                .map(Person::id)
                .collect(Collectors.toSet());
        Map<Person, List<Matter>> letters = new LinkedHashMap<>();
        matters.forEach(matter -> recipients
                .of(told.apply(matter.clock()), matter.entry().unit())
                .forEach(person -> letters.computeIfAbsent(person, anybody -> new ArrayList<>())
                        .add(matter)));
        letters.forEach((person, of) ->
                notices.toPeople(notice(template, of, known, writers.contains(person.id())), List.of(person)));
    }

    private Notice notice(String template, List<Matter> matters, KnownNames known, boolean writes) {
        String lines = matters.stream().map(matter -> line(matter, known)).collect(Collectors.joining("\n\n"));
        String occasion = matters.stream().map(Matter::occasion).collect(Collectors.joining("\n"));
        return new Notice(
                template,
                NO_INCIDENT,
                null,
                matters.size() == 1
                        ? nameOf(matters.get(0), known)
                        : words.text("publication.several", VIETNAMESE, matters.size()),
                Map.of("lines", lines, "page", writes ? address.of("/administration/contact-points") : ""),
                template + ":" + Sha256.hex(occasion.getBytes(StandardCharsets.UTF_8)));
    }

    private String line(Matter matter, KnownNames known) {
        ContactPoint entry = matter.entry();
        return words.text(
                "publication.line",
                VIETNAMESE,
                nameOf(matter, known),
                entry.personName(),
                words.value("contactKind", entry.kind(), VIETNAMESE),
                words.time(entry.assignedAt()),
                words.time(matter.clock().due()),
                matter.clock().legalBasis());
    }

    /** By the day on which the entry begins: the code may be another unit's by now. */
    private static String nameOf(Matter matter, KnownNames known) {
        return known.of(matter.group(), matter.entry().validFrom());
    }
}
