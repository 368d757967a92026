package vn.ungpho.authority;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.ungpho.engine.Answers;
import vn.ungpho.engine.ProcessBean;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Role;
import vn.ungpho.organisation.Unit;

/** What the diagram of the review asks. */
@ProcessBean("breakGlassTasks")
public class BreakGlassTasks {

    private static final String DIRECTOR = Role.PRESS_DIRECTOR.group();
    private static final String LEADERSHIP = Role.MINISTRY_LEADER.group();

    private static final Set<String> PRESS_AUTHORITY = Set.of(
            Role.DUTY_OFFICER.group(),
            Role.PRESS_OFFICER.group(),
            DIRECTOR,
            Role.SPOKESPERSON.group(),
            Unit.groupOf(Organisation.PRESS_AUTHORITY));

    private final BrokenGlasses glasses;
    private final People people;

    BreakGlassTasks(BrokenGlasses glasses, People people) {
        this.glasses = glasses;
        this.people = people;
    }

    /**
     * The leadership reviews what was done with tasks of the press authority, the press director all else; the other one
     * where nobody of these is left who neither broke the glass nor gained by it.
     */
    public String reviewers(DelegateExecution execution) {
        BrokenGlass glass = glasses.get(UUID.fromString((String) execution.getVariable(Answers.PART)));
        boolean ofPressAuthority = glass.groups().stream().anyMatch(PRESS_AUTHORITY::contains);
        return (ofPressAuthority ? Stream.of(LEADERSHIP, DIRECTOR) : Stream.of(DIRECTOR, LEADERSHIP))
                .filter(group -> hasSomebodyElse(group, glass))
                .findFirst()
                .orElse(LEADERSHIP);
    }

    private boolean hasSomebodyElse(String group, BrokenGlass glass) {
        return people.inGroups(List.of(group)).stream()
                .anyMatch(person ->
                        !person.id().equals(glass.openedBy()) && !person.id().equals(glass.givenTo()));
    }
}
