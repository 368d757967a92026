package vn.ungpho.contactpoint;

import java.time.LocalDate;

/**
 * How many of the agencies of a level on a day have at least one contact point in force.
 *
 * @param level 1 to 5, in the order of Action Programme II.6.a
 * @param agencies of that level on that day
 * @param covered those of them that can be reached
 */
public record Coverage(int level, LocalDate day, State state, int agencies, int covered) {

    public enum State {
        KNOWN,
        /** The level exists, but no agency of it was entered. */
        NO_DATA,
        /** The level does not exist on that day. */
        NOT_APPLICABLE
    }

    /** Rounded down, so that 100 means all; null where there is nothing to count. */
    public Integer percent() {
        return state == State.KNOWN ? (int) (100L * covered / agencies) : null;
    }
}
