package vn.ungpho.taskforce;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;
import vn.ungpho.organisation.Role;
import vn.ungpho.proposal.Seat;

/** Who may take a seat, and who is asked beside its group where nobody does: the standing deputy's group first. */
@Component
class Substitutes {

    private final TeamSeats seats;
    private final People people;

    Substitutes(TeamSeats seats, People people) {
        this.seats = seats;
        this.people = people;
    }

    boolean hasDeclined(String taskForce, String part, String person) {
        return declinedBy(taskForce, part).contains(person);
    }

    /** Whether everybody who was asked has declined or holds another seat. */
    boolean isNobodyLeft(TeamSeat seat) {
        Set<String> unable = unable(seat);
        return seat.groups().stream().noneMatch(group -> hasOther(group, unable));
    }

    /** The seat with the group that joins; the listed group stays. */
    TeamSeat joining(TeamSeat seat) {
        Set<String> unable = unable(seat);
        List<String> others = Stream.concat(
                        seats.of(seat.taskForce()).stream()
                                .filter(other -> other.role() == Seat.Role.STANDING_DEPUTY)
                                .map(TeamSeat::group),
                        Stream.of(Role.PRESS_DIRECTOR.group(), Role.MINISTRY_LEADER.group()))
                .filter(group -> !group.equals(seat.group()))
                .toList();
        return seat.joinedBy(others.stream()
                .filter(group -> hasOther(group, unable))
                .findFirst()
                .orElse(others.get(0)));
    }

    private Set<String> unable(TeamSeat seat) {
        return Stream.concat(
                        declinedBy(seat.taskForce(), seat.part()).stream(),
                        seats.of(seat.taskForce()).stream()
                                .filter(other -> other.state() == TeamSeat.State.ACCEPTED)
                                .map(TeamSeat::person))
                .collect(Collectors.toSet());
    }

    private Set<String> declinedBy(String taskForce, String part) {
        return seats.answers(taskForce, part).stream()
                .filter(answer -> answer.membership() == TeamAnswer.Membership.DECLINE)
                .map(TeamAnswer::person)
                .collect(Collectors.toSet());
    }

    private boolean hasOther(String group, Set<String> unable) {
        return people.inGroups(List.of(group)).stream().map(Person::id).anyMatch(id -> !unable.contains(id));
    }
}
