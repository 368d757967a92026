package vn.ungpho.audit;

/** Answers who acts right now; told by the doors. */
public interface Actors {

    Actor current();
}
