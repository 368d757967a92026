package vn.ungpho.taskforce;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Role;
import vn.ungpho.organisation.Unit;

/** To whom an assignment can go: a role's or a unit's group, an account, or a seat of the task force. */
@Component
class Assignees {

    /** They control and look after the machinery; they complete nothing. */
    private static final Set<String> NEVER = Set.of(Role.AUDITOR.group(), Role.ADMINISTRATOR.group());

    private static final String UNIT = Unit.groupOf("");

    private final TeamSeats seats;
    private final Organisation organisation;
    private final People people;

    Assignees(TeamSeats seats, Organisation organisation, People people) {
        this.seats = seats;
        this.organisation = organisation;
        this.people = people;
    }

    /** @return empty if nobody is meant by it */
    Optional<Assignment.Assignee> find(String taskForce, String entered) {
        List<TeamSeat> team = seats.of(taskForce);
        return team.stream()
                .filter(seat -> seat.part().equals(entered))
                .findFirst()
                .map(this::holderOf)
                .or(() ->
                        isGroup(entered) ? Optional.of(new Assignment.Assignee(entered, null)) : person(entered, team));
    }

    private Assignment.Assignee holderOf(TeamSeat seat) {
        List<String> groups = seat.person() == null ? List.of() : people.groupsOf(seat.person());
        return seat.groups().stream()
                .filter(groups::contains)
                .findFirst()
                .map(group -> new Assignment.Assignee(group, seat.person()))
                .orElseGet(() -> new Assignment.Assignee(seat.group(), null));
    }

    private boolean isGroup(String id) {
        return Role.groups().contains(id) && !NEVER.contains(id)
                || id.startsWith(UNIT)
                        && organisation.unit(id.substring(UNIT.length())).isPresent();
    }

    /** In the group in which the person sits in the task force, else in any that takes part in the work. */
    private Optional<Assignment.Assignee> person(String account, List<TeamSeat> team) {
        List<String> groups = people.groupsOf(account).stream()
                .filter(group -> !NEVER.contains(group))
                .toList();
        return team.stream()
                .flatMap(seat -> seat.groups().stream())
                .filter(groups::contains)
                .findFirst()
                .or(() -> groups.stream().findFirst())
                .map(group -> new Assignment.Assignee(group, account));
    }
}
