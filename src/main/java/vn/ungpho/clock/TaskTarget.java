package vn.ungpho.clock;

import java.time.Duration;

/** Which length a task of the diagrams has. */
enum TaskTarget {
    ACKNOWLEDGE("confirmAssessment", "confirmOwnerResponse"),
    FIRST_ASSESSMENT("verifyIncident"),
    REVIEW("reviewIncident"),
    DRAFTING("draftProposal"),
    OPINION("giveOpinion"),
    REVIEWING(
            "consolidateOpinions",
            "approveByDirector",
            "checkByMinistryOffice",
            "approveByMinistry",
            "dispatchProposal"),
    DECISION("recordDecision"),
    MEMBERSHIP("confirmMembership"),
    PLANNING("planResponse"),
    ASSIGNMENT("performAssignment"),
    STAND_DOWN("decideStandDown"),
    SITUATION_REPORT("submitSituationReport"),
    FINAL_REPORT("writeFinalReport", "approveFinalReport"),
    /** Half of the time to the holding line; the three steps after it share the other half. */
    STATEMENT_DRAFT("draftStatement"),
    STATEMENT_STEP("checkFacts", "approveStatement", "releaseStatement"),
    /** The next day: whatever was done beyond the rules is looked at while it can still be put right. */
    BREAK_GLASS("reviewBreakGlass"),
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
        ClockSettings.Steps steps = settings.steps().get(level);
        Duration holdingLine = targets.holdingLine() == null ? settings.ceiling() : targets.holdingLine();
        Duration length = switch (this) {
            case ACKNOWLEDGE -> targets.acknowledge();
            case FIRST_ASSESSMENT -> targets.firstAssessment();
            case REVIEW -> settings.review();
            case DRAFTING -> steps.drafting();
            case OPINION -> steps.opinion();
            case REVIEWING -> steps.review();
            case DECISION -> steps.decision();
            case MEMBERSHIP -> steps.membership();
            case PLANNING -> steps.planning();
            case ASSIGNMENT -> steps.assignment();
            case STAND_DOWN -> steps.standDown();
            case SITUATION_REPORT -> targets.situationReport();
            case FINAL_REPORT -> steps.finalReport();
            case STATEMENT_DRAFT -> holdingLine.dividedBy(2);
            case STATEMENT_STEP -> holdingLine.dividedBy(6);
            case BREAK_GLASS, STATUTORY -> null;
        };
        return length == null ? settings.ceiling() : length;
    }
}
