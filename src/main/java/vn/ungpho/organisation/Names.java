package vn.ungpho.organisation;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The name, in Vietnamese, behind the id of an account, a role's group or a unit's group. */
@Component
public class Names {

    private static final String UNIT = Unit.groupOf("");

    private final People people;
    private final Organisation organisation;

    Names(People people, Organisation organisation) {
        this.people = people;
        this.organisation = organisation;
    }

    /** The id itself where nothing is known of it; null for null. */
    public String of(String id) {
        if (id == null) {
            return null;
        }
        return Arrays.stream(Role.values())
                .filter(role -> role.group().equals(id))
                .map(Role::vietnamese)
                .findFirst()
                .or(() -> id.startsWith(UNIT)
                        ? organisation.unit(id.substring(UNIT.length())).map(Unit::name)
                        : Optional.empty())
                .or(() -> people.person(id).map(Person::name))
                .orElse(id);
    }
}
