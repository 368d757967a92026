package vn.ungpho.proposal;

import java.util.List;

/** The decision that was recorded last in an incident, with its corrections. Empty where none was recorded. */
record RecordedDecision(Proposal proposal, List<Decision> versions) {

    RecordedDecision {
        versions = List.copyOf(versions);
    }

    Decision latest() {
        return versions.get(versions.size() - 1);
    }
}
