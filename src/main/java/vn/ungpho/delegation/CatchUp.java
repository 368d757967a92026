package vn.ungpho.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Acting;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;

/**
 * Powers begin and end by the clock. Whatever has, is settled by a job, and before that at the deputy's own request: one
 * incident after the other, each in its own transaction, by as many nodes as there are.
 */
@Component
class CatchUp {

    private static final Logger log = LoggerFactory.getLogger(CatchUp.class);

    private final HeldPowers powers;
    private final Reach reach;
    private final ShownTasks shownTasks;
    private final Places places;
    private final People people;
    private final Acting acting;
    private final Clock clock;

    CatchUp(
            HeldPowers powers,
            Reach reach,
            ShownTasks shownTasks,
            Places places,
            People people,
            Acting acting,
            Clock clock) {
        this.powers = powers;
        this.reach = reach;
        this.shownTasks = shownTasks;
        this.places = places;
        this.people = people;
        this.acting = acting;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${ungpho.delegation.interval:10s}")
    void sweep() {
        powers.unsettled(clock.instant()).forEach(this::settleOrSay);
    }

    /** What else moves: principals change groups, provisional levels change, tasks change hands. */
    @Scheduled(
            initialDelayString = "${ungpho.delegation.review-interval:5m}",
            fixedDelayString = "${ungpho.delegation.review-interval:5m}")
    void review() {
        Set<String> withTasks = people.inGroups(shownTasks.groupsWithTasks()).stream()
                .map(Person::id)
                .collect(Collectors.toSet());
        Stream.concat(
                        shownTasks.deputies().stream(),
                        powers.held(clock.instant()).stream()
                                .filter(held -> withTasks.contains(held.principal()))
                                .map(Held::deputy))
                .distinct()
                .forEach(this::settleOrSay);
    }

    /** One deputy's trouble is not the others'; the next round tries again, and the guard asks the powers anyway. */
    private void settleOrSay(String deputy) {
        try {
            settle(deputy);
        } catch (RuntimeException failure) {
            log.error("What {} sees could not be settled", deputy, failure);
        }
    }

    /** One statement where nothing has begun or ended. */
    void settleIfNeeded(String deputy) {
        if (powers.isUnsettled(deputy, clock.instant())) {
            settle(deputy);
        }
    }

    void settle(String deputy) {
        Instant now = clock.instant();
        acting.asApplication(() -> {
            numbersThatDiffer(deputy, now).forEach(places::settle);
            places.settled(deputy, now);
            return deputy;
        });
    }

    private Set<String> numbersThatDiffer(String deputy, Instant now) {
        List<ShownTasks.Shown> before = shownTasks.to(deputy);
        List<ShownTasks.Shown> after = reach.of(powers.heldBy(deputy, now)).stream()
                .filter(reached -> !reached.groups().isEmpty())
                .flatMap(reached -> shownTasks.reached(deputy, reached.held(), reached.groups()).stream())
                .toList();
        Set<String> seen = tasks(before);
        Set<String> wanted = tasks(after);
        return Stream.concat(
                        before.stream().filter(shown -> !wanted.contains(shown.task())),
                        after.stream().filter(shown -> !seen.contains(shown.task())))
                .map(ShownTasks.Shown::number)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> tasks(List<ShownTasks.Shown> shown) {
        return shown.stream().map(ShownTasks.Shown::task).collect(Collectors.toSet());
    }
}
