package vn.ungpho.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.ungpho.audit.Actor;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.People;

/** Who may work on a task, in their own right or in somebody else's place, and what forbids it all the same. */
@Component
public class TaskRights {

    private static final int FORBIDDEN = 403;

    private final UserTasks userTasks;
    private final ObjectProvider<StandIns> standIns;
    private final ObjectProvider<Separation> separation;
    private final ObjectProvider<Unlocked> unlocked;
    private final People people;
    private final Names names;

    TaskRights(
            UserTasks userTasks,
            ObjectProvider<StandIns> standIns,
            ObjectProvider<Separation> separation,
            ObjectProvider<Unlocked> unlocked,
            People people,
            Names names) {
        this.userTasks = userTasks;
        this.standIns = standIns;
        this.separation = separation;
        this.unlocked = unlocked;
        this.people = people;
        this.names = names;
    }

    /**
     * @param representation null where the person acts in their own right
     */
    record Standing(Caller caller, Representation representation) {

        Actor actor() {
            return representation == null ? Actor.person(caller.id()) : representation.actor(caller);
        }

        List<String> persons() {
            return actor().persons();
        }
    }

    /** @throws Refusal (403, 409) if the task is not for this person, or somebody else has it */
    Standing require(TaskEntity task, TaskFile file, Caller caller) {
        Set<IdentityLink> candidates = task.getCandidates();
        Set<String> groups = groupsOf(candidates);
        if (candidates.isEmpty() && file.assignee() == null) {
            // Somebody has completed it since it was read.
            throw Refusal.conflict("refused.race");
        }
        boolean free = file.assignee() == null || caller.id().equals(file.assignee());
        boolean own = groups.isEmpty()
                ? caller.id().equals(file.assignee())
                : groups.stream().anyMatch(caller::isIn);
        if (free && (own || isUnlockedFor(file, caller.id()))) {
            return new Standing(caller, null);
        }
        List<Representation> inPlaceOf = standIns.stream()
                .flatMap(known -> known.of(file, groups, caller).stream())
                .toList();
        if (!own && inPlaceOf.isEmpty()) {
            throw Refusal.notAllowed("refused.notYourTask");
        }
        return inPlaceOf.stream()
                .filter(one -> free || one.principal().equals(file.assignee()))
                .findFirst()
                .map(one -> new Standing(caller, one))
                .orElseThrow(() -> Refusal.conflict("refused.claimedByOther", names.of(file.assignee())));
    }

    /** @throws Refusal if a rule of the feature or what one of the persons has done before forbids it */
    void requireNotBarred(TaskFile file, Standing standing) {
        requireNotBarred(file, standing.persons());
    }

    /** The same for a person to whom the task shall be given. */
    public void requireNotBarred(TaskFile file, List<String> persons) {
        bars(file, persons).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** What forbids these persons to work on the task together, the one in the other's place; empty: nothing. */
    public Optional<Refusal> bars(TaskFile file, List<String> persons) {
        return persons.stream()
                .flatMap(person -> barred(file, person).stream())
                .findFirst()
                .or(() -> separation.stream()
                        .flatMap(rules -> rules.bars(file, persons).stream())
                        .findFirst())
                .filter(refusal -> !isLifted(refusal, file, persons))
                .map(refusal -> refusal.traced(file.number(), trace(file, persons)));
    }

    /** Whoever has claimed it, or was given it, could still work on it now. */
    boolean isHeldByRight(TaskFile file, Collection<String> groups) {
        Caller holder = new Caller(file.assignee(), Set.copyOf(people.groupsOf(file.assignee())));
        return groups.stream().anyMatch(holder::isIn)
                || isUnlockedFor(file, holder.id())
                || standIns.stream()
                        .anyMatch(known -> !known.of(file, groups, holder).isEmpty());
    }

    private boolean isUnlockedFor(TaskFile file, String person) {
        return person.equals(file.assignee()) && unlocked.stream().anyMatch(glass -> glass.opens(file, person));
    }

    private boolean isLifted(Refusal refusal, TaskFile file, List<String> persons) {
        return refusal.status() == FORBIDDEN
                && unlocked.stream()
                        .anyMatch(glass -> persons.stream()
                                .allMatch(person -> person.equals(file.assignee()) && glass.liftsBars(file, person)));
    }

    /** An auditor of the incident shall see who tried what was barred to them, and why it was. */
    private static Map<String, Object> trace(TaskFile file, List<String> persons) {
        Map<String, Object> facts = new LinkedHashMap<>(TaskFiles.facts(file));
        facts.put("persons", persons);
        return facts;
    }

    private Optional<Refusal> barred(TaskFile file, String person) {
        return userTasks.of(file.key()).bars(file, new Caller(person, Set.copyOf(people.groupsOf(person))));
    }

    void done(TaskFile file, Standing standing) {
        separation.forEach(rules -> rules.done(file, standing.actor()));
    }

    static Set<String> groupsOf(Set<IdentityLink> candidates) {
        return candidates.stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .collect(Collectors.toSet());
    }
}
