package vn.ungpho.taskforce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.ungpho.proposal.Seat;

/**
 * A place in a task force and who holds it.
 *
 * @param taskForce process instance of the task force
 * @param part {@code ROLE:group}, its key within the task force
 * @param group whose people may sit there: that of the decision, or of the unit that has taken over from it
 * @param joined a group that may answer as well; null until somebody declined or the time was up
 * @param person account that holds the seat; null while nobody does
 * @param reason why the last one asked has declined, or null
 * @param answeredAt the last answer; stays while a substitute is sought
 */
record TeamSeat(
        String taskForce,
        String part,
        Seat.Role role,
        String group,
        String joined,
        State state,
        String person,
        String reason,
        Instant askedAt,
        Instant answeredAt) {

    enum State {
        ASKED,
        ACCEPTED,
        DECLINED,
        LATE
    }

    static TeamSeat asked(String taskForce, Seat seat, Instant now) {
        return new TeamSeat(
                taskForce, seat.toString(), seat.role(), seat.group(), null, State.ASKED, null, null, now, null);
    }

    /** The group that the decision names. */
    String calledUp() {
        return part.substring(part.indexOf(':') + 1);
    }

    /** Who may answer: the named group always stands first. */
    List<String> groups() {
        List<String> groups = new ArrayList<>(List.of(group));
        if (joined != null) {
            groups.add(joined);
        }
        return groups;
    }

    boolean isHeldBy(String account) {
        return state == State.ACCEPTED && account.equals(person);
    }

    /** Planning does not wait for this seat any more. */
    boolean isCounted() {
        return answeredAt != null || state == State.LATE;
    }

    TeamSeat accepted(String by, Instant when) {
        return new TeamSeat(taskForce, part, role, group, joined, State.ACCEPTED, by, null, askedAt, when);
    }

    TeamSeat declined(String why, Instant when) {
        return new TeamSeat(taskForce, part, role, group, joined, State.DECLINED, null, why, askedAt, when);
    }

    TeamSeat askedAgain(Instant when) {
        return new TeamSeat(taskForce, part, role, group, joined, State.ASKED, null, reason, when, answeredAt);
    }

    TeamSeat late() {
        return new TeamSeat(taskForce, part, role, group, joined, State.LATE, null, reason, askedAt, answeredAt);
    }

    TeamSeat joinedBy(String other) {
        return new TeamSeat(taskForce, part, role, group, other, state, person, reason, askedAt, answeredAt);
    }
}
