package vn.ungpho.clock;

import java.time.Duration;

/** Which length a task of the diagrams has. */
enum TaskTarget {
    ACKNOWLEDGE("confirmAssessment", "confirmOwnerResponse"),
    FIRST_ASSESSMENT("verifyIncident"),
    REVIEW("reviewIncident"),
    /** Runs from an event of the incident, not from the task's creation. */
    STATUTORY("ownerRespond");

    private final String[] tasks;

    TaskTarget(String... tasks) {
        this.tasks = tasks;
    }

    static TaskTarget of(String task) {
        for (TaskTarget target : values()) {
            for (String known : target.tasks) {
                if (known.equals(task)) {
                    return target;
                }
            }
        }
        throw new IllegalArgumentException("No deadline is defined for the task " + task);
    }

    Duration length(ClockSettings settings, int level) {
        ClockSettings.Targets targets = settings.targets().get(level);
        Duration length = switch (this) {
            case ACKNOWLEDGE -> targets.acknowledge();
            case FIRST_ASSESSMENT -> targets.firstAssessment();
            case REVIEW -> settings.review();
            case STATUTORY -> null;
        };
        return length == null ? settings.ceiling() : length;
    }
}
