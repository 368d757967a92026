package vn.ungpho.taskforce;

import java.time.Instant;

/** An answer to a call-up. @param reason why it was declined; null where it was accepted */
record TeamAnswer(
        String taskForce, String part, String person, Membership membership, String reason, Instant answeredAt) {

    enum Membership {
        ACCEPT,
        DECLINE
    }
}
