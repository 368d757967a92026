package vn.ungpho.engine;

/** The values that gateways read. They are set at a completion and cleared before the next task that sets them opens. */
public final class Answers {

    public static final String LEVEL = "level";
    public static final String ROUTE = "route";
    /** The director wants one beside the task force that is at work. */
    public static final String ANOTHER_TASK_FORCE = "anotherTaskForce";

    public static final String REVIEW_OUTCOME = "reviewOutcome";
    public static final String DECISION = "decision";
    public static final String MEMBERSHIP = "membership";
    public static final String STAND_DOWN = "standDown";
    public static final String ROLL_CALL_OVER = "rollCallOver";

    /** Which of several tasks with the same id: the unit that is asked, the seat, the assignment, the statement. */
    public static final String PART = "part";

    private Answers() {}
}
