package vn.ungpho.notification;

import vn.ungpho.engine.TaskFile;

/** A task's deadline has passed. */
public record DeadlineBreached(TaskFile task) {}
