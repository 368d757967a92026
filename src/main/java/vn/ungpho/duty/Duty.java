package vn.ungpho.duty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.notification.OnDuty;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;

/** Who is on duty. Whoever has left the group since the roster was written is not: such a shift is a gap. */
@Service
@Transactional(readOnly = true)
public class Duty implements OnDuty {

    private static final Duration AHEAD = Duration.ofDays(7);

    private final Shifts shifts;
    private final People people;
    private final Webhooks webhooks;
    private final Clock clock;

    Duty(Shifts shifts, People people, Webhooks webhooks, Clock clock) {
        this.shifts = shifts;
        this.people = people;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** The first in the order who can be reached at all: nobody waits for a person without an address. */
    @Override
    public Optional<List<Person>> of(String group, Instant at) {
        return first(shifts.at(group, at), Set.of());
    }

    /** @param called accounts that are passed over */
    Optional<List<Person>> first(List<Shift> inOrder, Set<String> called) {
        if (inOrder.isEmpty()) {
            return Optional.empty();
        }
        List<Person> members =
                people.inGroups(inOrder.stream().map(Shift::group).distinct().toList());
        return inOrder.stream()
                .map(Shift::order)
                .distinct()
                .sorted()
                .map(order -> inOrder.stream()
                        .filter(shift -> shift.order() == order && !called.contains(shift.account()))
                        .flatMap(
                                shift -> members.stream().filter(one -> one.id().equals(shift.account())))
                        .filter(this::canBeReached)
                        .distinct()
                        .toList())
                .filter(those -> !those.isEmpty())
                .findFirst();
    }

    private boolean canBeReached(Person person) {
        return person.email() != null && !person.email().isBlank()
                || webhooks.addressOf(person.id()).isPresent();
    }

    /** All who are on duty for the group at this moment, in the order in which they are called. */
    public List<Shift> now(String group) {
        return filled(group, shifts.at(group, clock.instant()));
    }

    public List<Shift> next(String group) {
        return filled(group, shifts.next(group, clock.instant()));
    }

    /** Those of a week, in Vietnam. @param monday its first day */
    public List<Shift> week(String group, LocalDate monday) {
        return shifts.between(group, Rosters.startOf(monday), Rosters.startOf(monday.plusWeeks(1)));
    }

    public List<Shift> between(String group, Instant from, Instant to) {
        return shifts.between(group, from, to);
    }

    public byte[] asFile(String group, Instant from, Instant to) {
        return RosterFile.write(shifts.between(group, from, to));
    }

    public List<Shift> search(String name) {
        return shifts.search(name, 50);
    }

    /** Gaps of a group in the next seven days; none where the group has no roster at all. */
    public List<Gap> gapsAhead(String group) {
        Instant now = clock.instant();
        return hasRoster(group) ? gaps(group, now, now.plus(AHEAD)) : List.of();
    }

    /** Gaps in a week; what lies before the first shift of all is none. */
    public List<Gap> gaps(String group, LocalDate monday) {
        Instant from = Rosters.startOf(monday);
        Instant to = Rosters.startOf(monday.plusWeeks(1));
        return shifts.beginning(group)
                .filter(first -> first.isBefore(to))
                .map(first -> gaps(group, first.isAfter(from) ? first : from, to))
                .orElse(List.of());
    }

    private List<Gap> gaps(String group, Instant from, Instant to) {
        return Gap.between(filled(group, shifts.between(group, from, to)), from, to);
    }

    /** A group with somebody on duty now, later or in the week before. */
    public boolean hasRoster(String group) {
        return groups().contains(group);
    }

    public List<String> groups() {
        return shifts.groups(clock.instant().minus(AHEAD));
    }

    /** The groups with a roster among these. */
    public List<String> rostered(Collection<String> groups) {
        return groups().stream().filter(groups::contains).toList();
    }

    private List<Shift> filled(String group, List<Shift> planned) {
        Set<String> members =
                people.inGroups(List.of(group)).stream().map(Person::id).collect(Collectors.toSet());
        List<Shift> filled = new ArrayList<>(planned);
        filled.removeIf(shift -> !members.contains(shift.account()));
        filled.sort(Comparator.comparing(Shift::order).thenComparing(Shift::account));
        return filled;
    }
}
