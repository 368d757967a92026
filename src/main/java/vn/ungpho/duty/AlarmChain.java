package vn.ungpho.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.ungpho.organisation.Offices;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;

/** Who is called when nobody has acknowledged. A step that leads to nobody is skipped at once. */
@Component
class AlarmChain {

    private final Shifts shifts;
    private final Duty duty;
    private final People people;
    private final Offices offices;

    AlarmChain(Shifts shifts, Duty duty, People people, Offices offices) {
        this.shifts = shifts;
        this.duty = duty;
        this.people = people;
        this.offices = offices;
    }

    /**
     * @param to who is called
     * @param named what the record names: these people, or the groups where it is all of them
     * @param last nobody comes after them
     */
    record Link(List<Person> to, List<String> named, boolean last) {}

    /** Next in the order, then the next shift, then everybody in the groups and the nearest above them. */
    Link after(Collection<String> groups, Set<String> called, Instant now) {
        return some(groups, group -> duty.first(shifts.at(group, now), called))
                .or(() -> some(groups, group -> duty.first(shifts.next(group, now), called)))
                .orElseGet(() -> everybody(groups));
    }

    private interface Next {
        Optional<List<Person>> of(String group);
    }

    private static Optional<Link> some(Collection<String> groups, Next next) {
        List<Person> found = groups.stream()
                .flatMap(group -> next.of(group).stream())
                .flatMap(Collection::stream)
                .distinct()
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Link(found, found.stream().map(Person::id).toList(), false));
    }

    private Link everybody(Collection<String> groups) {
        List<String> all = new ArrayList<>(groups);
        groups.stream()
                .flatMap(group -> offices.superiorsOf(group).stream()
                        .filter(above -> !people.inGroups(List.of(above)).isEmpty())
                        .findFirst()
                        .stream())
                .filter(above -> !all.contains(above))
                .forEach(all::add);
        return new Link(people.inGroups(all), all.stream().distinct().toList(), true);
    }
}
