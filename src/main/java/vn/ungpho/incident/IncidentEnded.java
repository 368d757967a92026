package vn.ungpho.incident;

/** An incident has ended, however it did: what other rooms still have open in it ends too. Published in the same transaction. */
public record IncidentEnded(String number) {}
