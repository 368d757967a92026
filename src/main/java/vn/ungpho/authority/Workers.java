package vn.ungpho.authority;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.engine.Caller;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;
import vn.ungpho.organisation.Role;

/** Everybody to whom an administrator may give a task beyond the rules, as a page offers them. */
@Service
@Transactional(readOnly = true)
public class Workers {

    private final People people;
    private final Organisation organisation;

    Workers(People people, Organisation organisation) {
        this.people = people;
        this.organisation = organisation;
    }

    /** @param groups their names, in Vietnamese */
    public record Worker(String id, String name, List<String> groups) {

        public Worker {
            groups = List.copyOf(groups);
        }
    }

    /** Those who control or look after the machinery complete nothing, whoever opens the door for them. */
    static boolean mayWork(Caller person) {
        return !person.isOne(Role.ADMINISTRATOR, Role.AUDITOR);
    }

    /** By name. */
    public List<Worker> all() {
        List<Person> members = people.members();
        Map<String, Set<String>> groups =
                people.groupsOf(members.stream().map(Person::id).toList());
        Map<String, String> names = names();
        return members.stream()
                .filter(person -> mayWork(new Caller(person.id(), groups.get(person.id()))))
                .map(person -> new Worker(
                        person.id(),
                        person.name(),
                        groups.get(person.id()).stream()
                                .map(group -> names.getOrDefault(group, group))
                                .toList()))
                .toList();
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        organisation.units().forEach(unit -> names.put(unit.group(), unit.name()));
        Stream.of(Role.values()).forEach(role -> names.put(role.group(), role.vietnamese()));
        return names;
    }
}
