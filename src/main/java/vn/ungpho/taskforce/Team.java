package vn.ungpho.taskforce;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Caller;
import vn.ungpho.organisation.People;
import vn.ungpho.proposal.Seat;

/** Who leads a task force and who keeps its papers: the person who took the seat, else the groups that may. */
@Component
class Team {

    private final TeamSeats seats;
    private final People people;

    Team(TeamSeats seats, People people) {
        this.seats = seats;
        this.people = people;
    }

    /**
     * Whose work it is.
     *
     * @param person account, or null while anybody of the groups may do it
     * @param groups the named group first
     */
    record Holder(String person, List<String> groups) {

        boolean includes(Caller caller) {
            return person == null ? groups.stream().anyMatch(caller::isIn) : person.equals(caller.id());
        }
    }

    Holder leader(String taskForce) {
        return holder(taskForce, Seat.Role.LEADER);
    }

    Holder secretary(String taskForce) {
        return holder(taskForce, Seat.Role.SECRETARY);
    }

    private Holder holder(String taskForce, Seat.Role role) {
        TeamSeat seat = seats.of(taskForce).stream()
                .filter(one -> one.role() == role)
                .findFirst()
                .orElseThrow();
        Holder holder = holder(seat.person(), seat.groups());
        // A group that joined for lack of an answer has done its part once somebody of the named group answers.
        return holder.person() != null && people.groupsOf(holder.person()).contains(seat.group())
                ? new Holder(holder.person(), List.of(seat.group()))
                : holder;
    }

    /** A person who has left the groups since could no longer do it: then it is open to them again. */
    Holder holder(String person, List<String> groups) {
        boolean there = person != null && people.groupsOf(person).stream().anyMatch(groups::contains);
        return new Holder(there ? person : null, groups);
    }
}
