package vn.ungpho.taskforce;

import java.time.Instant;

/**
 * Something the leader has given somebody to do.
 *
 * @param group whose people do it
 * @param person the account that does it, or null for anybody of the group
 * @param dueAt as the leader set it; null where the length of the level holds
 * @param doneBy null until it is done
 */
record Assignment(
        long id,
        String taskForce,
        String text,
        String group,
        String person,
        Instant dueAt,
        String createdBy,
        Instant createdAt,
        State state,
        String result,
        String doneBy,
        Instant doneAt) {

    enum State {
        OPEN,
        DONE,
        /** The task force ended before it was done. */
        ENDED
    }

    /** Who does it. @param person null for anybody of the group */
    record Assignee(String group, String person) {

        String id() {
            return person == null ? group : person;
        }
    }

    Assignee assignee() {
        return new Assignee(group, person);
    }

    Assignment done(String what, String by, Instant when) {
        return new Assignment(
                id, taskForce, text, group, person, dueAt, createdBy, createdAt, State.DONE, what, by, when);
    }
}
