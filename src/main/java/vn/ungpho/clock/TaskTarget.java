package vn.ungpho.clock;

import vn.ungpho.clock.ClockRule.Purpose;

/** Which rule gives a task of the diagrams its length, and which law caps it. */
enum TaskTarget {
    ACKNOWLEDGE(Purpose.ACKNOWLEDGE, "confirmAssessment", "confirmOwnerResponse"),
    FIRST_ASSESSMENT(Purpose.FIRST_ASSESSMENT, "verifyIncident"),
    REVIEW(Purpose.REVIEW, "reviewIncident"),
    DRAFTING(Purpose.DRAFTING, "draftProposal"),
    OPINION(Purpose.OPINION, 1, Purpose.WRITTEN_OPINION, "giveOpinion"),
    REVIEWING(Purpose.REVIEWING, "consolidateOpinions", "approveByDirector", "approveByMinistry"),
    OFFICE_CHECK(Purpose.REVIEWING, 1, Purpose.OFFICE_CHECK, "checkByMinistryOffice"),
    DISPATCH(Purpose.REVIEWING, 1, Purpose.DOCUMENT_ISSUED, "dispatchProposal"),
    DECISION(Purpose.DECISION, 1, Purpose.SUBMISSION_RULED, "recordDecision"),
    MEMBERSHIP(Purpose.MEMBERSHIP, "confirmMembership"),
    PLANNING(Purpose.PLANNING, "planResponse"),
    ASSIGNMENT(Purpose.ASSIGNMENT, "performAssignment"),
    STAND_DOWN(Purpose.STAND_DOWN, "decideStandDown"),
    SITUATION_REPORT(Purpose.SITUATION_REPORT, "submitSituationReport"),
    FINAL_REPORT(Purpose.FINAL_REPORT, "writeFinalReport", "approveFinalReport"),
    /** Half of the time to the holding line; the three steps after it share the other half. */
    STATEMENT_DRAFT(Purpose.HOLDING_LINE, 2, null, "draftStatement"),
    STATEMENT_STEP(Purpose.HOLDING_LINE, 6, null, "checkFacts", "approveStatement", "releaseStatement"),
    /** Within a day: whatever was done beyond the rules is looked at while it can still be put right. */
    BREAK_GLASS(Purpose.CEILING, "reviewBreakGlass"),
    /** Runs from an event of the incident; the ceiling holds where no such clock runs. */
    STATUTORY(Purpose.CEILING, "ownerRespond");

    private final Purpose purpose;
    private final int parts;
    private final Purpose ceiling;
    private final String[] tasks;

    TaskTarget(Purpose purpose, String... tasks) {
        this(purpose, 1, null, tasks);
    }

    TaskTarget(Purpose purpose, int parts, Purpose ceiling, String... tasks) {
        this.purpose = purpose;
        this.parts = parts;
        this.ceiling = ceiling;
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

    Purpose purpose() {
        return purpose;
    }

    /** Among how many steps the length is shared. */
    int parts() {
        return parts;
    }

    /** Null where no law caps the step. */
    Purpose ceiling() {
        return ceiling;
    }
}
