package vn.ungpho.taskforce;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.ExerciseSettings;
import vn.ungpho.clock.Targets;

/** How often a task force reports: by level and by its own age; in exercises both run in the exercise's time. */
@Component
class ReportCadence {

    private final Targets targets;
    private final ExerciseSettings exercises;

    ReportCadence(Targets targets, ExerciseSettings exercises) {
        this.targets = targets;
        this.exercises = exercises;
    }

    /** The schedule that begins with the plan. */
    ReportSchedule first(TaskForce team, Instant planned, int level) {
        return ReportSchedule.from(planned, every(team, planned, level), level);
    }

    /** The schedule after a report. */
    ReportSchedule next(TaskForce team, Instant submitted, int level) {
        Instant point = team.reports().nextPoint(submitted);
        return ReportSchedule.from(point, every(team, point, level), level);
    }

    /** The running schedule at a new level. */
    ReportSchedule atLevel(TaskForce team, int level, Instant now) {
        ReportSchedule running = team.reports();
        return running.atLevel(level, every(team, running.point(), level), now);
    }

    private Duration every(TaskForce team, Instant point, int level) {
        Duration age = exercises.unscaled(team.number(), Duration.between(team.calledUpAt(), point));
        return exercises.scaled(
                team.number(), targets.situationReportEvery(team.number(), level, age, team.calledUpAt()));
    }
}
