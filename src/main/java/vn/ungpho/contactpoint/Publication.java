package vn.ungpho.contactpoint;

/** Whether the name of who speaks was made public in the time of the law. */
public enum Publication {
    IN_TIME,
    LATE,
    /** Not yet, and there is time. */
    WAITING,
    /** Not yet, and the time is over. */
    OVERDUE,
    /** The law in force on that day gives no number of hours. */
    NOT_REGULATED,
    /** Nobody entered when the assignment was signed. */
    UNKNOWN
}
