package vn.ungpho.clock;

import java.time.Duration;

/** A length of time in units that may need a calendar to be counted. */
record Term(int length, ClockRule.Unit unit) {

    /** Of counted time; a working day counts 24 hours. */
    Duration counted() {
        return Duration.ofSeconds(length * unit.seconds());
    }
}
