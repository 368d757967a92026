package vn.ungpho.statement;

/** Where a draft is reviewed, in the order of its way. */
enum Desk {
    FACT_CHECK("checkFacts", StatementFile.State.APPROVING),
    APPROVAL("approveStatement", StatementFile.State.RELEASING);

    private final String task;
    private final StatementFile.State next;

    Desk(String task, StatementFile.State next) {
        this.task = task;
        this.next = next;
    }

    /** The id in the diagram. */
    String task() {
        return task;
    }

    /** Where an approval leads. */
    StatementFile.State next() {
        return next;
    }
}
