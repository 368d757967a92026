package vn.ungpho.clock;

/** A statutory clock has reached one of its warning shares. Published in the same transaction. */
public record ClockWarned(RunningClock clock) {}
