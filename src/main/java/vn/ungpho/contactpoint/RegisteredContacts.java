package vn.ungpho.contactpoint;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.ungpho.notification.UnitContacts;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Person;

/** Tells letters whom the register names for an agency. They need no account. */
@Component
class RegisteredContacts implements UnitContacts {

    private final ContactPoints table;

    RegisteredContacts(ContactPoints table) {
        this.table = table;
    }

    @Override
    public List<Person> of(String unit, Instant at) {
        return table.inForce(List.of(unit), Organisation.dayOf(at)).getOrDefault(unit, List.of()).stream()
                .map(entry -> new Person("unit:" + unit + ":" + entry.email(), entry.personName(), entry.email()))
                .toList();
    }
}
