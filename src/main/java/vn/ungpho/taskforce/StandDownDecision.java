package vn.ungpho.taskforce;

import java.time.Instant;

/** The leader's word on going on or standing down. Never changed. */
record StandDownDecision(String taskForce, Choice standDown, String reason, String decidedBy, Instant decidedAt) {

    enum Choice {
        CONTINUE,
        STAND_DOWN
    }
}
