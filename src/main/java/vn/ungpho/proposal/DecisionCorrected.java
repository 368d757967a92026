package vn.ungpho.proposal;

import java.time.LocalDate;

/**
 * A recorded decision reads otherwise now. Published in the transaction of the correction.
 *
 * @param number of the incident
 * @param proposal the process instance of the proposal
 */
public record DecisionCorrected(
        String number,
        String proposal,
        String documentNumber,
        LocalDate documentDate,
        String signerPosition,
        AuthorityMark authorityMark) {}
