package vn.ungpho.readiness;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.ungpho.delegation.Delegations;
import vn.ungpho.delegation.Power;
import vn.ungpho.engine.DeployedSteps.Step;
import vn.ungpho.notification.WorkingAddresses;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;

/** Looks at each step as it is manned at this moment. */
@Component
class Inspector {

    private static final int HIGHEST_LEVEL = 4;

    private final People people;
    private final Names names;
    private final Delegations delegations;
    private final WorkingAddresses addresses;
    private final Clock clock;

    Inspector(People people, Names names, Delegations delegations, WorkingAddresses addresses, Clock clock) {
        this.people = people;
        this.names = names;
        this.delegations = delegations;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** @param persons names of those whom it is about */
    private record Finding(HoleKind kind, String persons) {}

    /** What decides who is there and who may act in their place: the same for all steps of a process that it comes to. */
    private record Desk(String process, List<String> groups) {}

    List<Hole> holes(List<Step> steps) {
        Instant now = clock.instant();
        Map<Desk, List<Finding>> known = new HashMap<>();
        return steps.stream()
                .flatMap(step -> step.choices().stream()
                        .flatMap(groups ->
                                known
                                        .computeIfAbsent(new Desk(step.process(), groups), desk -> findings(desk, now))
                                        .stream()
                                        .map(finding -> hole(step, groups, finding, now))))
                .toList();
    }

    private List<Finding> findings(Desk desk, Instant now) {
        List<Person> holders = people.inGroups(desk.groups());
        if (holders.isEmpty()) {
            return List.of(new Finding(HoleKind.NO_HOLDER, ""));
        }
        List<Finding> findings = new ArrayList<>();
        if (holders.size() == 1 && hasNoDeputy(holders.get(0), desk, now)) {
            findings.add(new Finding(HoleKind.NO_DEPUTY, named(holders.stream())));
        }
        Set<String> without = addresses.without(holders);
        if (!without.isEmpty()) {
            findings.add(new Finding(
                    HoleKind.NO_ADDRESS, named(holders.stream().filter(holder -> without.contains(holder.id())))));
        }
        return findings;
    }

    private boolean hasNoDeputy(Person holder, Desk desk, Instant now) {
        return delegations.heldFor(holder.id(), now).stream()
                .noneMatch(held -> covers(held.power(), desk) && (held.first() == null || covers(held.first(), desk)));
    }

    /** At every level: in a crisis a deputy for small incidents is none. */
    private static boolean covers(Power power, Desk desk) {
        return (power.processes().isEmpty() || power.processes().contains(desk.process()))
                && (power.group() == null || desk.groups().contains(power.group()))
                && power.highestLevel() >= HIGHEST_LEVEL;
    }

    private static String named(Stream<Person> persons) {
        return persons.map(Person::name).collect(Collectors.joining(", "));
    }

    private Hole hole(Step step, List<String> groups, Finding finding, Instant now) {
        return new Hole(
                finding.kind(),
                step.process(),
                step.processName(),
                step.task(),
                step.taskName(),
                groups,
                groups.stream().map(names::of).collect(Collectors.joining(", ")),
                finding.persons(),
                now);
    }
}
