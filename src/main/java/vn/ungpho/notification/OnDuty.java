package vn.ungpho.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.ungpho.organisation.Person;

/** Who is on duty for a group; asked before a letter goes to a group. */
public interface OnDuty {

    /** Those who are to be told first at this moment; empty where nobody is on duty: then everybody is told. */
    Optional<List<Person>> of(String group, Instant at);
}
