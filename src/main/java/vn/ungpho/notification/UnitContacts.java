package vn.ungpho.notification;

import java.time.Instant;
import java.util.List;
import vn.ungpho.organisation.Person;

/** Who speaks for a unit by the spokespersons' register, brought by the room that keeps it. */
public interface UnitContacts {

    /** @param unit code of the unit; empty where nobody is registered at that time */
    List<Person> of(String unit, Instant at);
}
