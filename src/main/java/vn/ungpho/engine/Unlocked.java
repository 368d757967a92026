package vn.ungpho.engine;

/** Asked by the guard whether an administrator has given a task to somebody beyond the rules (break-glass). */
public interface Unlocked {

    /** The person, who holds the task, may work on it though none of its groups is theirs. */
    boolean opens(TaskFile task, String person);

    /** What separation of duties and recusal forbid the person at this task is lifted. */
    boolean liftsBars(TaskFile task, String person);
}
