package vn.ungpho.contactpoint;

import java.time.Instant;

/**
 * One agency in a campaign.
 *
 * @param level 1 to 5
 * @param remindedAt when last, or null
 * @param answeredAt when last, or null
 */
public record CampaignRequest(
        long id,
        String campaign,
        String unit,
        String unitName,
        int level,
        State state,
        Instant askedAt,
        Instant remindedAt,
        Instant answeredAt) {

    public enum State {
        ASKED,
        CONFIRMED,
        CORRECTED,
        /** It has no contact point, so there is nowhere to ask. */
        NO_ADDRESS
    }
}
