package vn.ungpho.incident;

import java.time.Instant;
import vn.ungpho.input.Refusal;

/**
 * An incident as it stands. Each verb guards its state and gives the incident that follows.
 *
 * @param report what is known of it; verification may correct it
 * @param level 1–4; provisional until the press director has confirmed it, null before the first scoring
 * @param route the weightiest route in force; null until the first assessment is confirmed
 * @param quietSince the last time something was heard of it
 * @param end null while it is open
 */
public record Incident(
        String number,
        Report report,
        String reportedBy,
        Instant registeredAt,
        State state,
        Integer level,
        boolean levelConfirmed,
        Route route,
        Instant quietSince,
        End end) {

    public enum State {
        /** Verification and confirmation are under way. */
        ASSESSING,
        MONITORING,
        RESPONDING,
        REVIEWING,
        CLOSED,
        NOT_AN_INCIDENT,
        WITHDRAWN;

        public boolean isOpen() {
            return compareTo(CLOSED) < 0;
        }
    }

    /** How an incident ends. */
    public enum Closing {
        AFTER_REVIEW(State.CLOSED),
        /** An opinion was answered; it was no incident. */
        ANSWERED(State.CLOSED),
        QUIET(State.CLOSED),
        NOT_AN_INCIDENT(State.NOT_AN_INCIDENT),
        WITHDRAWN(State.WITHDRAWN);

        private final State state;

        Closing(State state) {
            this.state = state;
        }
    }

    /** @param note the lessons, or why it was withdrawn; null where nobody wrote any */
    public record End(Closing closing, Instant at, String note) {}

    static Incident reported(String number, Report report, String by, Instant now) {
        return new Incident(number, report, by, now, State.ASSESSING, null, false, null, now, null);
    }

    /** Until the director confirms, the scored level sets the clocks. */
    Incident scored(int provisional) {
        return levelConfirmed ? this : at(state, provisional, false, route, quietSince);
    }

    Incident verified(Report corrected) {
        requireOpen();
        return new Incident(
                number, corrected, reportedBy, registeredAt, state, level, levelConfirmed, route, quietSince, end);
    }

    /** The level holds at once. A higher route comes into force, a lower one ends nothing by itself. */
    Incident assessed(int confirmed, Route decided) {
        requireOpen();
        Route inForce = decided.isAbove(route) ? decided : route;
        boolean changes = inForce == decided || state == State.ASSESSING;
        return at(changes ? stateFor(decided) : state, confirmed, true, inForce, quietSince);
    }

    private static State stateFor(Route route) {
        return route.needsResponse() ? State.RESPONDING : State.MONITORING;
    }

    /** What was under review is assessed anew; what runs goes on. */
    Incident heardOf(Instant when, Signal.Figures figures) {
        requireOpen();
        return new Incident(
                number,
                report.raisedBy(figures),
                reportedBy,
                registeredAt,
                state == State.REVIEWING ? State.ASSESSING : state,
                level,
                levelConfirmed,
                route,
                when,
                end);
    }

    Incident underReview() {
        return at(State.REVIEWING, level, levelConfirmed, route, quietSince);
    }

    Incident closed(End how) {
        requireOpen();
        return new Incident(
                number,
                report,
                reportedBy,
                registeredAt,
                how.closing().state,
                level,
                levelConfirmed,
                route,
                quietSince,
                how);
    }

    private Incident at(State next, Integer newLevel, boolean confirmed, Route inForce, Instant quiet) {
        return new Incident(number, report, reportedBy, registeredAt, next, newLevel, confirmed, inForce, quiet, end);
    }

    /** @throws Refusal (409) once the incident has ended */
    public void requireOpen() {
        if (!state.isOpen()) {
            throw Refusal.conflict("incident.ended", number);
        }
    }
}
