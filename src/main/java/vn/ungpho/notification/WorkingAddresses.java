package vn.ungpho.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ungpho.organisation.Person;

/** Whether a letter would arrive: there is an address, it is well-formed, and what went there lately was not given up. */
@Component
public class WorkingAddresses {

    private static final Duration LATELY = Duration.ofDays(30);

    private final Outbox outbox;
    private final Clock clock;

    WorkingAddresses(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @return the accounts of those to whom no letter would get */
    public Set<String> without(Collection<Person> persons) {
        Set<String> given = persons.stream()
                .map(Person::email)
                .filter(WorkingAddresses::isWellFormed)
                .collect(Collectors.toSet());
        Set<String> working = new HashSet<>(given);
        working.removeAll(outbox.givenUp(given, clock.instant().minus(LATELY)));
        return persons.stream()
                .filter(person -> !working.contains(person.email()))
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    private static boolean isWellFormed(String address) {
        if (address == null || !address.contains("@")) {
            return false;
        }
        try {
            new InternetAddress(address, true).validate();
            return true;
        } catch (AddressException broken) {
            return false;
        }
    }
}
