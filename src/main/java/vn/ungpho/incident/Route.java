package vn.ungpho.incident;

/** Where an assessment leads, from the lightest to the weightiest. */
public enum Route {
    /** Nothing to handle. */
    NOT_AN_INCIDENT,
    /** Watched without a task; closes after its quiet time. */
    MONITOR,
    /** An opinion or question: the owner answers it under the clock for answers. */
    ANSWER,
    /** The owner agency responds. */
    OWNER,
    /** The same, led by the Ministry. */
    MINISTRY,
    /** A task force is proposed to the competent authority. */
    PROPOSE;

    public boolean isAbove(Route other) {
        return other == null || compareTo(other) > 0;
    }

    public boolean needsResponse() {
        return compareTo(ANSWER) >= 0;
    }

    public boolean isLedByMinistry() {
        return this == MINISTRY || this == PROPOSE;
    }
}
