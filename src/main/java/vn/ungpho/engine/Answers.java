package vn.ungpho.engine;

/** The values that gateways read. They are set at a completion and cleared before the next task that sets them opens. */
public final class Answers {

    public static final String LEVEL = "level";
    public static final String ROUTE = "route";
    public static final String REVIEW_OUTCOME = "reviewOutcome";

    private Answers() {}
}
