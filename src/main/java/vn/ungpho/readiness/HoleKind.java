package vn.ungpho.readiness;

/** What is missing, the worst first. */
public enum HoleKind {
    /** Nobody belongs to the group today. */
    NO_HOLDER,
    /** A single person does, and nobody may act in that person's place. */
    NO_DEPUTY,
    /** A letter to somebody of the group would not arrive. */
    NO_ADDRESS,
    /** Nobody has entered the holidays of a year that has begun or is about to. */
    NO_CALENDAR
}
