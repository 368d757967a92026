package vn.ungpho.clock;

/** A statutory clock has run out. Published in the same transaction, once. */
public record ClockBreached(RunningClock clock) {}
