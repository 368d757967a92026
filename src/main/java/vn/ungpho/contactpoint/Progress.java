package vn.ungpho.contactpoint;

/**
 * How far a campaign is, in agencies.
 *
 * @param unanswered asked, and silent so far
 * @param noAddress without any contact point: nowhere to ask
 * @param failed at least one letter was given up
 */
public record Progress(long confirmed, long corrected, long unanswered, long noAddress, long failed) {

    public long asked() {
        return confirmed + corrected + unanswered;
    }

    public long answered() {
        return confirmed + corrected;
    }

    public long percent() {
        return asked() == 0 ? 0 : 100 * answered() / asked();
    }
}
