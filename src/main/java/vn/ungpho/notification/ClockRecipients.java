package vn.ungpho.notification;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.ClockRule;
import vn.ungpho.organisation.Offices;
import vn.ungpho.organisation.Person;
import vn.ungpho.organisation.Role;
import vn.ungpho.organisation.Unit;

/** The people whom the rule of a statutory clock names, for the unit that has the duty. */
@Component
public class ClockRecipients {

    private final Letters letters;
    private final Offices offices;
    private final ObjectProvider<UnitContacts> contacts;
    private final Clock clock;

    ClockRecipients(Letters letters, Offices offices, ObjectProvider<UnitContacts> contacts, Clock clock) {
        this.letters = letters;
        this.offices = offices;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Each once. @param named groups, or the coded recipients of {@link ClockRule} @param unit its code */
    public Collection<Person> of(List<String> named, String unit) {
        Map<String, Person> people = new LinkedHashMap<>();
        named.stream()
                .flatMap(one -> of(one, unit).stream())
                .forEach(person -> people.putIfAbsent(person.id(), person));
        return people.values();
    }

    private List<Person> of(String named, String unit) {
        String group = Unit.groupOf(unit);
        return switch (named) {
            // Where the unit has nobody here, the press officers stand in, as for its tasks.
            case ClockRule.OWNER -> orElse(letters.toTell(List.of(group)), Role.PRESS_OFFICER.group());
            case ClockRule.OWNER_HEAD ->
                orElse(offices.headsOf(group), offices.superiorsOf(group).toArray(String[]::new));
            case ClockRule.CONTACT_POINT ->
                contacts.stream()
                        .flatMap(register -> register.of(unit, clock.instant()).stream())
                        .toList();
            default -> letters.toTell(List.of(named));
        };
    }

    private List<Person> orElse(List<Person> people, String... groups) {
        List<Person> found = people;
        for (int i = 0; found.isEmpty() && i < groups.length; i++) {
            found = letters.toTell(List.of(groups[i]));
        }
        return found;
    }
}
