package vn.ungpho.proposal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ungpho.input.Refusal;

/** The members of a task force as one line: {@code LEADER:ministryLeader,SECRETARY:pressOfficer,MEMBER:unitPTTH}. */
public final class Seats {

    static final String FIELD = "members";
    static final int MOST = 30;

    private static final List<Seat.Role> HELD_BY_ONE = List.of(Seat.Role.LEADER, Seat.Role.SECRETARY);

    private Seats() {}

    /**
     * What a person has entered.
     *
     * @param maySit whether a group can take a seat
     * @throws Refusal (400) on {@code members}
     */
    public static List<Seat> read(String entered, Predicate<String> maySit) {
        List<Seat> seats = parts(entered).map(part -> seat(part, maySit)).toList();
        if (seats.isEmpty()) {
            throw refused("proposal.members.none");
        }
        if (seats.size() > MOST) {
            throw refused("proposal.members.many", MOST);
        }
        Set<Seat> seen = new HashSet<>();
        seats.stream().filter(seat -> !seen.add(seat)).findFirst().ifPresent(seat -> {
            throw refused("proposal.members.repeated", seat);
        });
        HELD_BY_ONE.stream().filter(role -> count(seats, role) != 1).findFirst().ifPresent(role -> {
            throw refused("proposal.members.one", role);
        });
        return seats;
    }

    /** What was read before. */
    public static List<Seat> of(String written) {
        return parts(written).map(Seat::of).toList();
    }

    public static String written(List<Seat> seats) {
        return seats.stream().map(Seat::toString).collect(Collectors.joining(","));
    }

    private static Seat seat(String part, Predicate<String> maySit) {
        Matcher written = Seat.WRITTEN.matcher(part);
        if (!written.matches()) {
            throw refused("proposal.members.format", part);
        }
        if (!Seat.Role.isKnown(written.group(1))) {
            throw refused("proposal.members.role", written.group(1), List.of(Seat.Role.values()));
        }
        if (!maySit.test(written.group(2))) {
            throw refused("proposal.members.group", written.group(2));
        }
        return Seat.of(part);
    }

    private static long count(List<Seat> seats, Seat.Role role) {
        return seats.stream().filter(seat -> seat.role() == role).count();
    }

    private static Stream<String> parts(String line) {
        return Arrays.stream(line.split(",")).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static Refusal refused(String code, Object... arguments) {
        return Refusal.badInput(FIELD, code, arguments);
    }
}
