package vn.ungpho.engine;

/** Somebody claimed an open task, was given it, or completed it. @param task the engine's id */
public record TaskTaken(String task) {}
