package vn.ungpho.incident;

/** The level that sets the clocks is another one. Published in the same transaction. */
public record LevelChanged(String number, int level) {}
