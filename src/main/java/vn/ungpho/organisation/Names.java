package vn.ungpho.organisation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The name, in Vietnamese, behind the id of an account (also a deleted one), a role's group or a unit's group. */
@Component
public class Names {

    private final People people;
    private final FormerAccounts former;
    private final Organisation organisation;

    Names(People people, FormerAccounts former, Organisation organisation) {
        this.people = people;
        this.former = former;
        this.organisation = organisation;
    }

    /** By the units' names of today. The id itself where nothing is known of it; null for null. */
    public String of(String id) {
        return of(id, organisation.today());
    }

    /** By the units' names of that day. */
    public String of(String id, LocalDate day) {
        if (id == null) {
            return null;
        }
        return Arrays.stream(Role.values())
                .filter(role -> role.group().equals(id))
                .map(Role::vietnamese)
                .findFirst()
                .or(() -> Unit.codeOf(id)
                        .flatMap(code -> organisation.meant(code, day))
                        .map(Unit::name))
                .or(() -> people.person(id).map(Person::name))
                .or(() -> former.nameOf(id))
                .orElse(id);
    }

    /** For an answer with many lines. @param ids of all units that it will name; others may be missing */
    public KnownNames known(Collection<String> ids) {
        return new KnownNames(
                this,
                organisation.ever(
                        ids.stream().flatMap(id -> Unit.codeOf(id).stream()).collect(Collectors.toSet())));
    }
}
