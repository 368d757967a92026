package vn.ungpho.assessment;

import java.time.Instant;
import vn.ungpho.incident.Measures;
import vn.ungpho.incident.Route;

/**
 * One assessment of an incident: verified by an officer, scored, confirmed by the director. Kept as it was decided.
 *
 * @param scoring null until scored
 * @param verifiedBy account of the officer; null until verified
 * @param level the director's; null until confirmed
 */
record Assessment(
        long id,
        String number,
        Instant openedAt,
        Measures measures,
        String note,
        String verifiedBy,
        Scoring scoring,
        Instant scoredAt,
        Integer level,
        Route route,
        String reason,
        String confirmedBy,
        Instant confirmedAt) {

    /** Newer figures; who verified the rest stays. */
    Assessment measured(Measures newer) {
        return verified(newer, note, verifiedBy);
    }

    Assessment verified(Measures found, String verificationNote, String by) {
        return new Assessment(
                id,
                number,
                openedAt,
                found,
                verificationNote,
                by,
                scoring,
                scoredAt,
                level,
                route,
                reason,
                confirmedBy,
                confirmedAt);
    }

    Assessment scored(Scoring result, Instant when) {
        return new Assessment(
                id,
                number,
                openedAt,
                measures,
                note,
                verifiedBy,
                result,
                when,
                level,
                route,
                reason,
                confirmedBy,
                confirmedAt);
    }

    Assessment confirmed(int decidedLevel, Route decidedRoute, String why, String by, Instant when) {
        return new Assessment(
                id,
                number,
                openedAt,
                measures,
                note,
                verifiedBy,
                scoring,
                scoredAt,
                decidedLevel,
                decidedRoute,
                why,
                by,
                when);
    }
}
