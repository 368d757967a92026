package vn.ungpho.proposal;

import java.time.Instant;

/**
 * What one unit says in one round.
 *
 * @param unit code
 * @param dueAt as told when it was asked; once answered, as it was in the end, since levels move it
 * @param value null until answered
 * @param text comments or reasons, or null
 * @param answeredBy account; null where the time was up
 * @param answeredAt when it was answered, or the time was up
 * @param legalBasis on what silence counts as agreed, under the law of the day it was asked; null where it was answered
 */
public record Opinion(
        int round,
        String unit,
        Instant askedAt,
        Instant dueAt,
        Value value,
        String text,
        String answeredBy,
        Instant answeredAt,
        String legalBasis) {

    public enum Value {
        AGREE,
        AGREE_WITH_COMMENTS,
        DISAGREE,
        NOT_COMPETENT,
        /** Written by the clock only. Never an agreement. */
        NO_REPLY
    }
}
