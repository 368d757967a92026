package vn.ungpho.taskforce;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.Actors;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Offices;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Role;
import vn.ungpho.proposal.Seat;

/** Who was called up, who has answered, and who is asked where nobody does. */
@Service
@Transactional
class RollCall {

    private final TeamSeats seats;
    private final Substitutes substitutes;
    private final CallUpLetters letters;
    private final TaskForces teams;
    private final IncidentService incidents;
    private final People people;
    private final Offices offices;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    RollCall(
            TeamSeats seats,
            Substitutes substitutes,
            CallUpLetters letters,
            TaskForces teams,
            IncidentService incidents,
            People people,
            Offices offices,
            AuditTrail audit,
            Actors actors,
            Clock clock) {
        this.seats = seats;
        this.substitutes = substitutes;
        this.letters = letters;
        this.teams = teams;
        this.incidents = incidents;
        this.people = people;
        this.offices = offices;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    void begin(TaskForce team, List<Seat> decided) {
        IntStream.range(0, decided.size())
                .forEach(position -> seats.add(
                        TeamSeat.asked(team.processInstanceId(), decided.get(position), team.calledUpAt()), position));
        letters.calledUp(team, decided);
    }

    @Transactional(readOnly = true)
    List<TeamSeat> seatsOf(String taskForce) {
        return seats.of(taskForce);
    }

    @Transactional(readOnly = true)
    TeamSeat seat(String taskForce, String part) {
        return seats.get(taskForce, part);
    }

    /** @throws Refusal (409) if the person holds another seat */
    void accept(String taskForce, String part) {
        TaskForce team = held(taskForce);
        // Whoever answers in somebody's place takes the seat for them.
        Actor actor = actors.current();
        String person = actor.onBehalfOf() == null ? actor.id() : actor.onBehalfOf();
        seats.of(taskForce).stream()
                .filter(seat -> seat.isHeldBy(person))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict("taskforce.holdsSeat");
                });
        TeamSeat seat = seats.get(taskForce, part);
        seats.save(cameTo(seat, person).accepted(person, clock.instant()));
        answered(seat, person, TeamAnswer.Membership.ACCEPT, null);
        audit.append(team.number(), "MEMBER_CONFIRMED", facts(seat));
    }

    /** Whoever came since nobody of the called-up groups could, as stand-in or from above, keeps coming that way. */
    private TeamSeat cameTo(TeamSeat seat, String person) {
        List<String> groups = people.groupsOf(person);
        if (groups.stream().anyMatch(seat.groups()::contains)) {
            return seat;
        }
        String standIn = Role.PRESS_OFFICER.group();
        return Stream.of(Stream.of(standIn), above(seat.group()), above(standIn))
                .flatMap(one -> one)
                .filter(groups::contains)
                .findFirst()
                .map(seat::joinedBy)
                .orElse(seat);
    }

    private Stream<String> above(String group) {
        return offices.superiorsOf(group).stream();
    }

    void decline(String taskForce, String part, String reason) {
        TaskForce team = held(taskForce);
        TeamSeat seat = seats.get(taskForce, part);
        seats.save(seat.declined(reason, clock.instant()));
        answered(seat, actors.current().id(), TeamAnswer.Membership.DECLINE, reason);
        Map<String, Object> facts = facts(seat);
        facts.put("reason", reason);
        audit.append(team.number(), "MEMBER_DECLINED", facts);
    }

    private void answered(TeamSeat seat, String person, TeamAnswer.Membership membership, String reason) {
        seats.add(new TeamAnswer(seat.taskForce(), seat.part(), person, membership, reason, clock.instant()));
    }

    /** The seat is asked again; where nobody of its groups is left who may answer, others join. */
    void substitute(String taskForce, String part) {
        TaskForce team = held(taskForce);
        TeamSeat asked = seats.get(taskForce, part).askedAgain(clock.instant());
        TeamSeat open = substitutes.isNobodyLeft(asked) ? substitutes.joining(asked) : asked;
        seats.save(open);
        audit.append(team.number(), "MEMBER_SUBSTITUTION_ASKED", facts(open));
    }

    /**
     * The time is up: planning no longer waits for this seat, and others may take it.
     *
     * @return the group that joins with this; empty if none does
     */
    Optional<String> late(String taskForce, String part) {
        TaskForce team = held(taskForce);
        TeamSeat seat = seats.get(taskForce, part);
        if (seat.state() != TeamSeat.State.ASKED) {
            return Optional.empty();
        }
        boolean joins = seat.joined() == null;
        TeamSeat late = joins ? substitutes.joining(seat.late()) : seat.late();
        seats.save(late);
        audit.append(team.number(), "MEMBER_LATE", facts(late));
        return joins ? Optional.of(late.joined()) : Optional.empty();
    }

    /** Every seat has an answer or is late. */
    @Transactional(readOnly = true)
    boolean isOver(String taskForce) {
        return seats.of(taskForce).stream().allMatch(TeamSeat::isCounted);
    }

    /** Whoever has declined a seat does not answer for it again. */
    @Transactional(readOnly = true)
    Optional<Refusal> bars(String taskForce, String part, String person) {
        return substitutes.hasDeclined(taskForce, part, person)
                ? Optional.of(Refusal.conflict("taskforce.answeredAlready"))
                : Optional.empty();
    }

    /** The last answer for a seat. */
    @Transactional(readOnly = true)
    Optional<TeamAnswer> lastAnswer(String taskForce, String part) {
        return seats.answers(taskForce, part).stream().reduce((older, newer) -> newer);
    }

    private TaskForce held(String taskForce) {
        incidents.hold(teams.get(taskForce).number());
        return teams.get(taskForce);
    }

    private static Map<String, Object> facts(TeamSeat seat) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("seat", seat.part());
        facts.put("role", seat.role().name());
        facts.put("group", seat.group());
        facts.put("groups", seat.groups());
        return facts;
    }
}
