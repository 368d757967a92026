-- Groups that open tasks were given because a unit had ended, and from which day: the code of a group may mean another
-- unit than it did when the task was opened.
CREATE TABLE task_moved (
    task     text NOT NULL,
    group_id text NOT NULL,
    since    date NOT NULL,
    PRIMARY KEY (task, group_id)
);
CREATE INDEX org_unit_successor ON org_unit (successor);
