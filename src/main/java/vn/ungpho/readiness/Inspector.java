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
import vn.ungpho.engine.DeployedSteps.Step;
import vn.ungpho.notification.WorkingAddresses;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;

/** Looks at each step as it is manned at this moment. */
@Component
class Inspector {

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

    List<Hole> holes(List<Step> steps) {
        Instant now = clock.instant();
        Map<List<String>, List<Finding>> known = new HashMap<>();
        return steps.stream()
                .flatMap(step -> step.choices().stream()
                        .flatMap(groups -> known.computeIfAbsent(groups, any -> findings(groups, now)).stream()
                                .map(finding -> hole(step, groups, finding, now))))
                .toList();
    }

    private List<Finding> findings(List<String> groups, Instant now) {
        List<Person> holders = people.inGroups(groups);
        if (holders.isEmpty()) {
            return List.of(new Finding(HoleKind.NO_HOLDER, ""));
        }
        List<Finding> findings = new ArrayList<>();
        if (holders.size() == 1 && hasNoDeputy(holders.get(0), now)) {
            findings.add(new Finding(HoleKind.NO_DEPUTY, named(holders.stream())));
        }
        Set<String> without = addresses.without(holders);
        if (!without.isEmpty()) {
            findings.add(new Finding(
                    HoleKind.NO_ADDRESS, named(holders.stream().filter(holder -> without.contains(holder.id())))));
        }
        return findings;
    }

    private boolean hasNoDeputy(Person holder, Instant now) {
        return delegations.deputiesOf(holder.id(), now).stream().allMatch(holder.id()::equals);
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
