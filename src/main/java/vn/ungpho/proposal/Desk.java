package vn.ungpho.proposal;

/** Where a submission is reviewed, in the order of its way. */
enum Desk {
    DIRECTOR("approveByDirector", ProposalState.OFFICE_REVIEW),
    OFFICE("checkByMinistryOffice", ProposalState.MINISTRY_REVIEW),
    /** Signs it. */
    MINISTRY("approveByMinistry", ProposalState.APPROVED);

    private final String task;
    private final ProposalState next;

    Desk(String task, ProposalState next) {
        this.task = task;
        this.next = next;
    }

    /** The id in the diagram. */
    String task() {
        return task;
    }

    /** Where an approval leads. */
    ProposalState next() {
        return next;
    }

    boolean signs() {
        return this == MINISTRY;
    }
}
