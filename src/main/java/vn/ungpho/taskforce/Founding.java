package vn.ungpho.taskforce;

import java.time.LocalDate;

/**
 * The decision that a task force rests on, as it was recorded.
 *
 * @param proposal the process instance of the proposal that led to it
 * @param authority PRIME_MINISTER, OWNER_MINISTER or PROVINCE_CHAIR
 * @param authorityMark authority mark of Decree 30/2020/NĐ-CP art. 13: NONE, KT, TL, TUQ, TM or Q
 * @param termDays how long the task force may work, in days from its call-up
 * @param tasks what it is to do; null if the decision does not say
 */
record Founding(
        String proposal,
        String authority,
        String documentNumber,
        LocalDate documentDate,
        String signerPosition,
        String authorityMark,
        int termDays,
        String tasks) {}
