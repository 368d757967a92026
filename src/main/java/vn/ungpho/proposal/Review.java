package vn.ungpho.proposal;

import java.time.Instant;

/**
 * What a desk said in one round. Never changed.
 *
 * @param desk id of the task
 * @param authorityMark of the signature; null at desks that do not sign
 * @param signerPosition likewise
 * @param by account
 */
public record Review(
        int round,
        String desk,
        Outcome outcome,
        String reason,
        AuthorityMark authorityMark,
        String signerPosition,
        String by,
        Instant at) {

    public enum Outcome {
        APPROVE,
        RETURN,
        REJECT,
        WITHDRAW
    }
}
