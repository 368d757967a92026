package vn.ungpho.incident;

/** The values of the severity tables. */
public final class Severity {

    private Severity() {}

    /** A press agency, wire or forged state document · B large page · C small or anonymous. */
    public enum SourceTier {
        A,
        B,
        C
    }

    public enum Harm {
        NONE,
        POTENTIAL,
        ACTUAL,
        LIFE
    }

    public enum Verification {
        UNVERIFIED,
        VERIFIED_FALSE,
        PARTLY_FALSE,
        VERIFIED_TRUE,
        OPINION;

        public boolean isSettled() {
            return this != UNVERIFIED;
        }
    }

    public enum OwnerTier {
        CENTRAL,
        PROVINCE
    }
}
