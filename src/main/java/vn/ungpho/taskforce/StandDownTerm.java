package vn.ungpho.taskforce;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.ExerciseSettings;
import vn.ungpho.clock.Targets;

/** Until when a task force may work, and when its leader has to say whether it goes on. All instants are UTC. */
@Component
class StandDownTerm {

    /** Also after the term has run out, there is time to decide. */
    private static final Duration AT_LEAST = Duration.ofHours(1);

    private final ExerciseSettings exercises;

    StandDownTerm(ExerciseSettings exercises) {
        this.exercises = exercises;
    }

    /** The term of the founding decision counts from the call-up. */
    Instant ends(TaskForce team) {
        return team.calledUpAt()
                .plus(exercises.scaled(
                        team.number(), Duration.ofDays(team.founding().termDays())));
    }

    /** The length of the level, but never beyond the term. */
    Instant decisionDue(TaskForce team, int level, Instant asked, Targets targets) {
        Duration length = targets.standDown(team.number(), level, team.calledUpAt());
        Instant ofLevel = asked.plus(exercises.scaled(team.number(), length));
        Instant earliest = asked.plus(exercises.scaled(team.number(), AT_LEAST));
        Instant inTerm = ofLevel.isBefore(ends(team)) ? ofLevel : ends(team);
        return inTerm.isBefore(earliest) ? earliest : inTerm;
    }
}
