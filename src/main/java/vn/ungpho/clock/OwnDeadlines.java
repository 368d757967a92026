package vn.ungpho.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.TaskFile;

/** Asks the features that know better when one of their tasks is due. */
@Component
class OwnDeadlines {

    /** Where a feature sets the due time itself; else the rule says. */
    private static final int WARN_AT_PERCENT = 75;

    private final ObjectProvider<OwnDeadline> features;

    OwnDeadlines(ObjectProvider<OwnDeadline> features) {
        this.features = features;
    }

    Optional<Deadline> of(TaskFile task, Targets targets) {
        return of(task.key(), task.processInstanceId(), task.part(), task.created(), targets);
    }

    Optional<Deadline> of(String task, String processInstanceId, String part, Instant created, Targets targets) {
        return features.stream()
                .filter(feature -> feature.task().equals(task))
                .findFirst()
                .flatMap(feature -> feature.due(processInstanceId, part, created, targets))
                .map(due -> new Deadline(due, List.of(warningBefore(due, created))));
    }

    static Instant warningBefore(Instant due, Instant created) {
        Duration length = Duration.between(created, due);
        return created.plus(length.multipliedBy(WARN_AT_PERCENT).dividedBy(100));
    }
}
