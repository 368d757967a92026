package vn.ungpho.authority;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.engine.Caller;
import vn.ungpho.organisation.Offices;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;
import vn.ungpho.organisation.Role;

/** What a person may do with open tasks beside working on them: which forms a page offers. The doors ask again. */
@Service
@Transactional(readOnly = true)
public class TaskPowers {

    private final Offices offices;
    private final People people;

    TaskPowers(Offices offices, People people) {
        this.offices = offices;
        this.people = people;
    }

    /** An open task as pages know it. @param assignee null while nobody holds it */
    public record Subject(String id, String key, List<String> groups, String assignee) {

        public Subject {
            groups = List.copyOf(groups);
        }
    }

    /**
     * @param takers to whom the head may give it; empty for all but heads
     * @param giveBack the head may take it from its holder
     * @param breakGlass the administrator may give it to somebody beyond the rules
     */
    public record Powers(List<Person> takers, boolean giveBack, boolean breakGlass) {

        public Powers {
            takers = List.copyOf(takers);
        }

        public boolean isAny() {
            return !takers.isEmpty() || giveBack || breakGlass;
        }
    }

    /** By the id of the task; those with which the person may do nothing are missing. */
    public Map<String, Powers> of(Collection<Subject> tasks, Caller caller) {
        Map<String, Boolean> headed = new HashMap<>();
        Map<String, Powers> powers = new HashMap<>();
        tasks.forEach(task -> {
            Powers one = of(
                    task,
                    caller,
                    task.groups().stream()
                            .anyMatch(group ->
                                    headed.computeIfAbsent(group, known -> offices.isHeadOf(caller.id(), known))));
            if (one.isAny()) {
                powers.put(task.id(), one);
            }
        });
        return powers;
    }

    private Powers of(Subject task, Caller caller, boolean head) {
        List<Person> takers = new ArrayList<>();
        if (head) {
            takers.addAll(people.inGroups(task.groups()));
            takers.removeIf(person -> person.id().equals(task.assignee()));
        }
        return new Powers(
                takers,
                head && task.assignee() != null,
                caller.isOne(Role.ADMINISTRATOR) && !task.key().equals(ReviewBreakGlass.KEY));
    }
}
