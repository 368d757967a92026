package vn.ungpho.assessment;

import java.util.List;
import vn.ungpho.incident.Route;

/**
 * What the three severity tables say. A recommendation only: people decide.
 *
 * @param explanation the rows that contributed, in Vietnamese
 * @param authority who would have to establish a task force: PRIME_MINISTER, OWNER_MINISTER or PROVINCE_CHAIR
 */
record Scoring(
        int score,
        List<String> explanation,
        int level,
        boolean taskForce,
        String authority,
        boolean recusal,
        Route route) {

    Scoring {
        explanation = List.copyOf(explanation);
    }
}
