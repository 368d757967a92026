package vn.ungpho.clock;

/** Other rules or another calendar hold from now on; what runs in incidents has been counted anew. */
public record LawChanged() {}
