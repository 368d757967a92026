package vn.ungpho.proposal;

/** Where a proposal stands. From {@link #ESTABLISHED} on it has ended. */
public enum ProposalState {
    DRAFTING,
    CONSULTING,
    CONSOLIDATING,
    DIRECTOR_REVIEW,
    OFFICE_REVIEW,
    MINISTRY_REVIEW,
    /** Signed, not yet sent. */
    APPROVED,
    DISPATCHED,
    ESTABLISHED,
    /** By a reviewer or by the authority. */
    REJECTED,
    /** The authority has ordered something else. */
    ALTERNATIVE,
    WITHDRAWN
}
