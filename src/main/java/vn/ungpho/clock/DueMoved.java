package vn.ungpho.clock;

import java.time.Instant;

/** One due time that moves. @param clock code of the rule, or the name of the task */
public record DueMoved(String number, String clock, Instant before, Instant after) {}
