package vn.ungpho.incident;

import java.math.BigDecimal;
import vn.ungpho.incident.Severity.Harm;
import vn.ungpho.incident.Severity.OwnerTier;
import vn.ungpho.incident.Severity.SourceTier;
import vn.ungpho.incident.Severity.Verification;

/**
 * What the severity tables read.
 *
 * @param reach24h estimated reach in 24 hours
 * @param growth1h mentions of this hour divided by those of the hour before
 * @param provinces provinces affected, of 63
 * @param sectors ministries concerned
 */
public record Measures(
        int reach24h,
        BigDecimal growth1h,
        SourceTier sourceTier,
        Harm harm,
        int provinces,
        int sectors,
        boolean officialInvolved,
        Verification verification,
        boolean essentialService,
        boolean nationalScale,
        boolean ownerCapacityExceeded,
        OwnerTier ownerTier) {

    /** Takes over the larger figures of a new signal: reach, growth and spread only ever raise the alarm. */
    Measures raisedBy(Signal.Figures figures) {
        return new Measures(
                Math.max(reach24h, figures.reach24h() == null ? 0 : figures.reach24h()),
                figures.growth1h() == null ? growth1h : growth1h.max(figures.growth1h()),
                sourceTier,
                harm,
                Math.max(provinces, figures.provinces() == null ? 0 : figures.provinces()),
                sectors,
                officialInvolved,
                verification,
                essentialService,
                nationalScale,
                ownerCapacityExceeded,
                ownerTier);
    }
}
