package vn.ungpho.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Vietnam;
import vn.ungpho.organisation.People;

/** Which powers there can be (Decree 30/2020/NĐ-CP art. 13). */
@Component
class PowerRules {

    private final Powers powers;
    private final Positions positions;
    private final People people;

    PowerRules(Powers powers, Positions positions, People people) {
        this.powers = powers;
        this.positions = positions;
        this.people = people;
    }

    /** @throws Refusal 400, 403, 422 */
    void require(Power power) {
        requirePeople(power);
        if (power.passedOnFrom() != null) {
            requireMayBePassedOn(powers.find(power.passedOnFrom()).orElseThrow(), power);
        }
        LocalDate day = LocalDate.ofInstant(power.from(), Vietnam.ZONE);
        if (power.documentDate().isAfter(day)) {
            throw Refusal.badInput("documentDate", "delegation.documentLater");
        }
        if (power.mark() == Mark.KT && positions.saysOtherwise(power.principal(), power.deputy(), day)) {
            throw Refusal.againstRule("mark", "delegation.kt");
        }
        if (powers.closesCircle(power)) {
            throw Refusal.againstRule("deputy", "delegation.circle");
        }
        powers.between(power.principal(), power.deputy(), power).stream()
                .filter(other -> Objects.equals(power.passedOnFrom(), other.passedOnFrom()))
                .filter(power::meets)
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.againstRule("from", "delegation.overlap", other.documentNumber());
                });
    }

    private void requirePeople(Power power) {
        requireAccount("principal", power.principal());
        requireAccount("deputy", power.deputy());
        if (power.deputy().equals(power.principal())) {
            throw Refusal.againstRule("deputy", "delegation.oneself");
        }
        if (power.deputy().equals(power.enteredBy())) {
            throw Refusal.notAllowed("delegation.ownGain");
        }
        if (Reach.neverActs(people.groupsOf(power.principal()))) {
            throw Refusal.againstRule("principal", "delegation.neverRepresented");
        }
        if (Reach.neverActs(people.groupsOf(power.deputy()))) {
            throw Refusal.againstRule("deputy", "delegation.neverActs");
        }
        // What is passed on are the first principal's groups.
        List<String> groups = people.groupsOf(
                power.passedOnFrom() == null
                        ? power.principal()
                        : powers.find(power.passedOnFrom()).orElseThrow().principal());
        if (power.group() != null && (!groups.contains(power.group()) || Reach.neverActs(List.of(power.group())))) {
            throw Refusal.badInput("group", "delegation.group");
        }
    }

    private void requireAccount(String field, String account) {
        if (people.person(account).isEmpty()) {
            throw Refusal.badInput(field, "delegation.account", account);
        }
    }

    private static void requireMayBePassedOn(Power first, Power second) {
        if (!second.principal().equals(first.deputy())) {
            throw Refusal.againstRule("principal", "delegation.notTheirs");
        }
        if (first.passedOnFrom() != null) {
            throw Refusal.againstRule("passedOnFrom", "delegation.twoLinks");
        }
        if (first.mark() == Mark.TUQ) {
            throw Refusal.againstRule("passedOnFrom", "delegation.tuq");
        }
        if (second.from().isBefore(first.from()) || second.to().isAfter(first.end())) {
            throw Refusal.againstRule("to", "delegation.longer");
        }
        boolean moreProcesses = !first.processes().isEmpty()
                && (second.processes().isEmpty() || !first.processes().containsAll(second.processes()));
        if (moreProcesses) {
            throw Refusal.againstRule("processes", "delegation.wider");
        }
        if (first.group() != null && !first.group().equals(second.group())) {
            throw Refusal.againstRule("group", "delegation.wider");
        }
        if (second.highestLevel() > first.highestLevel()) {
            throw Refusal.againstRule("highestLevel", "delegation.higher");
        }
    }
}
