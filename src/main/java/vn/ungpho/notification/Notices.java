package vn.ungpho.notification;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;

/** For features that have something to tell beyond tasks. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Notices {

    private final Letters letters;
    private final People people;

    Notices(Letters letters, People people) {
        this.letters = letters;
        this.people = people;
    }

    /** Whoever is on duty; of groups where nobody is, everybody. */
    public void toGroups(Notice notice, Collection<String> groups) {
        letters.about(notice, letters.toTell(groups));
    }

    /** @param accounts ids; who has no account any more is not told */
    public void toPersons(Notice notice, Collection<String> accounts) {
        letters.about(
                notice,
                accounts.stream()
                        .distinct()
                        .flatMap(id -> people.person(id).stream())
                        .toList());
    }

    public void toPeople(Notice notice, Collection<Person> people) {
        letters.about(notice, people);
    }

    /**
     * To somebody without an account.
     *
     * @param recipient tells whose letter it is, for example {@code unit:UBND01}
     */
    public void toAddress(Notice notice, String recipient, String name, String address) {
        letters.about(notice, List.of(new Person(recipient, name, address)));
    }
}
