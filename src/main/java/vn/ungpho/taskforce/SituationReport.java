package vn.ungpho.taskforce;

import java.time.Instant;

/**
 * Báo cáo tình hình số n. Never changed once submitted.
 *
 * @param level of the incident at the submission, 1–4
 * @param situation null where nothing has changed and nobody wrote more
 * @param forecast may be null
 * @param decisionsNeeded may be null
 */
record SituationReport(
        String taskForce,
        int ordinal,
        int level,
        String situation,
        boolean noChange,
        String forecast,
        String decisionsNeeded,
        String submittedBy,
        Instant submittedAt) {}
