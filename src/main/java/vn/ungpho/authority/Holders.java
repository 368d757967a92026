package vn.ungpho.authority;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.OpenTasks;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.People;

/** The person who shall hold a task from now on. */
@Component
class Holders {

    static final String FIELD = "to";

    private final People people;

    Holders(People people) {
        this.people = people;
    }

    /** @throws Refusal 400 on {@code to} if nobody has this account, 409 if the person holds the task already */
    Caller next(OpenTasks.Open open, String account) {
        if (people.person(account).isEmpty()) {
            throw Refusal.badInput(FIELD, "handover.account", account);
        }
        if (account.equals(open.task().assignee())) {
            throw Refusal.conflict("handover.holdsIt");
        }
        return new Caller(account, Set.copyOf(people.groupsOf(account)));
    }

    static boolean isMember(Caller person, List<String> groups) {
        return groups.stream().anyMatch(person::isIn);
    }
}
