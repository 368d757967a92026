-- Whether each step of each deployed process has somebody today: the runs of the check, and the holes they found.
CREATE TABLE readiness_check (
    id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        timestamptz NOT NULL,
    occasion  text        NOT NULL CHECK (occasion IN ('NIGHTLY', 'ON_DEMAND')),
    asked_by  text, -- null at night
    steps     integer     NOT NULL,
    holes     integer     NOT NULL,
    new_holes integer     NOT NULL
);
CREATE INDEX readiness_check_newest ON readiness_check (occasion, at DESC);

CREATE TABLE readiness_hole (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind         text        NOT NULL,
    process      text        NOT NULL,
    process_name text        NOT NULL,
    task         text        NOT NULL,
    task_name    text        NOT NULL,
    groups       text        NOT NULL, -- ids, comma-separated: they would have the task together
    group_names  text        NOT NULL,
    persons      text        NOT NULL, -- names of those whom it is about; empty where nobody is
    since        timestamptz NOT NULL, -- of the first check that found it
    ended_at     timestamptz,          -- of the first that found it no longer
    plain        text        NOT NULL GENERATED ALWAYS AS
        (plain_text(process_name || ' ' || task_name || ' ' || group_names || ' ' || persons)) STORED
);
CREATE UNIQUE INDEX readiness_hole_open ON readiness_hole (kind, process, task, groups) WHERE ended_at IS NULL;
