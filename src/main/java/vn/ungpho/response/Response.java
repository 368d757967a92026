package vn.ungpho.response;

import java.time.Instant;
import vn.ungpho.incident.Route;

/**
 * One response to an incident.
 *
 * @param processInstanceId the running process it belongs to; its key
 * @param group the group that responds
 * @param summary what was done; null until answered
 * @param returnReason why the last answer was sent back, or null
 */
record Response(
        String processInstanceId,
        String number,
        Route route,
        String group,
        Instant openedAt,
        String summary,
        String respondedBy,
        Instant respondedAt,
        String returnReason,
        int returns,
        Instant confirmedAt) {

    static Response opened(String processInstanceId, String number, Route route, String group, Instant now) {
        return new Response(processInstanceId, number, route, group, now, null, null, null, null, 0, null);
    }

    boolean isRunning() {
        return confirmedAt == null;
    }

    Response responded(String what, String by, Instant when) {
        return new Response(
                processInstanceId, number, route, group, openedAt, what, by, when, null, returns, confirmedAt);
    }

    Response returned(String why) {
        return new Response(
                processInstanceId,
                number,
                route,
                group,
                openedAt,
                summary,
                respondedBy,
                respondedAt,
                why,
                returns + 1,
                confirmedAt);
    }

    Response confirmed(Instant when) {
        return new Response(
                processInstanceId,
                number,
                route,
                group,
                openedAt,
                summary,
                respondedBy,
                respondedAt,
                returnReason,
                returns,
                when);
    }
}
