package vn.ungpho.authority;

/**
 * Whoever did the earlier task does not do the later one.
 *
 * @param message code of the sentence of a refusal: {0} who did the earlier task, {1} when
 */
record SeparationRule(String earlierTask, String laterTask, String message) {}
