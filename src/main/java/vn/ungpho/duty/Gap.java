package vn.ungpho.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A time in which nobody is on duty. */
public record Gap(Instant from, Instant to) {

    /** The gaps between two instants. */
    static List<Gap> between(List<Shift> shifts, Instant from, Instant to) {
        List<Gap> gaps = new ArrayList<>();
        Instant covered = from;
        for (Shift shift :
                shifts.stream().sorted(Comparator.comparing(Shift::startsAt)).toList()) {
            if (!shift.startsAt().isBefore(to)) {
                break;
            }
            if (shift.startsAt().isAfter(covered)) {
                gaps.add(new Gap(covered, shift.startsAt()));
            }
            covered = shift.endsAt().isAfter(covered) ? shift.endsAt() : covered;
        }
        if (covered.isBefore(to)) {
            gaps.add(new Gap(covered, to));
        }
        return List.copyOf(gaps);
    }
}
