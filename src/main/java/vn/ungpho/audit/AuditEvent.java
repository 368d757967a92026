package vn.ungpho.audit;

import java.time.Instant;

/**
 * One act, as it stays. A later step chains and signs these rows; the shape does not change.
 *
 * @param incident the file number, or {@code HT-nn} for acts outside any incident (sign-ins, accounts)
 * @param sequence 1, 2, 3 … without gaps within its incident
 * @param at when, in UTC with microseconds
 * @param actor account id, or {@link Actor#PROCESS}
 * @param onBehalfOf whom the actor stood in for, or null
 * @param mark authority mark
 * @param node the node of the application that wrote it
 * @param kind what happened, for example {@code TASK_COMPLETED}
 * @param facts canonical JSON (RFC 8785)
 */
public record AuditEvent(
        String incident,
        long sequence,
        Instant at,
        String actor,
        String onBehalfOf,
        String mark,
        String node,
        String kind,
        String facts) {}
