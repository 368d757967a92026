-- A task force, from the call-up of its members to its approved final report. Founded by a recorded decision.
CREATE TABLE task_force (
    process_instance    text PRIMARY KEY,
    number              text        NOT NULL REFERENCES incident,
    ordinal             integer     NOT NULL CHECK (ordinal > 0), -- within the incident
    name                text        NOT NULL,
    proposal            text        NOT NULL UNIQUE, -- the process instance that led to the decision
    authority           text        NOT NULL,
    document_number     text        NOT NULL,
    document_date       date        NOT NULL,
    signer_position     text        NOT NULL,
    authority_mark      text        NOT NULL,
    term_days           integer     NOT NULL CHECK (term_days > 0),
    tasks               text,
    called_up_at        timestamptz NOT NULL,
    state               text        NOT NULL
        CHECK (state IN ('CALLED_UP', 'OPERATING', 'STOOD_DOWN', 'CLOSED', 'ENDED')),
    objectives          text,
    planned_by          text,
    planned_at          timestamptz,
    report_point        timestamptz, -- from where the interval to the next situation report counts
    report_opens_at     timestamptz,
    report_due_at       timestamptz,
    report_level        integer CHECK (report_level BETWEEN 1 AND 4),
    stand_down_reason   text,
    stood_down_by       text,
    stood_down_at       timestamptz,
    final_report        text,
    written_by          text,
    written_at          timestamptz,
    return_reason       text,
    returns             integer     NOT NULL DEFAULT 0,
    approved_by         text,
    approved_at         timestamptz,
    final_report_number text,
    UNIQUE (number, ordinal)
);

CREATE TABLE task_force_seat (
    task_force   text        NOT NULL REFERENCES task_force,
    part         text        NOT NULL, -- ROLE:group
    position     integer     NOT NULL,
    role         text        NOT NULL,
    group_id     text        NOT NULL,
    joined_group text, -- may answer, too, after a decline or a missed deadline
    state        text        NOT NULL CHECK (state IN ('ASKED', 'ACCEPTED', 'DECLINED', 'LATE')),
    person       text,
    reason       text,
    asked_at     timestamptz NOT NULL,
    answered_at  timestamptz,
    PRIMARY KEY (task_force, part)
);

-- Every answer to a call-up stays, also after a substitute has taken the seat.
CREATE TABLE task_force_answer (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_force  text        NOT NULL,
    part        text        NOT NULL,
    person      text        NOT NULL,
    membership  text        NOT NULL CHECK (membership IN ('ACCEPT', 'DECLINE')),
    reason      text,
    answered_at timestamptz NOT NULL,
    FOREIGN KEY (task_force, part) REFERENCES task_force_seat
);
CREATE INDEX task_force_answer_of_seat ON task_force_answer (task_force, part);
CREATE TRIGGER task_force_answer_stays BEFORE UPDATE OR DELETE ON task_force_answer
    FOR EACH ROW EXECUTE FUNCTION row_stays();
CREATE TRIGGER task_force_answer_stays_whole BEFORE TRUNCATE ON task_force_answer
    FOR EACH STATEMENT EXECUTE FUNCTION row_stays();

CREATE TABLE assignment (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_force text        NOT NULL REFERENCES task_force,
    text       text        NOT NULL,
    group_id   text        NOT NULL,
    person     text,
    due_at     timestamptz, -- as the leader set it; else the length of the level holds
    created_by text        NOT NULL,
    created_at timestamptz NOT NULL,
    state      text        NOT NULL CHECK (state IN ('OPEN', 'DONE', 'ENDED')),
    result     text,
    done_by    text,
    done_at    timestamptz
);
CREATE INDEX assignment_of_task_force ON assignment (task_force);

-- Numbered 1…n without gaps for each task force.
CREATE TABLE situation_report (
    task_force       text        NOT NULL REFERENCES task_force,
    ordinal          integer     NOT NULL CHECK (ordinal > 0),
    level            integer     NOT NULL CHECK (level BETWEEN 1 AND 4),
    situation        text,
    no_change        boolean     NOT NULL,
    forecast         text,
    decisions_needed text,
    submitted_by     text        NOT NULL,
    submitted_at     timestamptz NOT NULL,
    PRIMARY KEY (task_force, ordinal),
    CHECK (no_change OR situation IS NOT NULL)
);
CREATE TRIGGER situation_report_stays BEFORE UPDATE OR DELETE ON situation_report
    FOR EACH ROW EXECUTE FUNCTION row_stays();
CREATE TRIGGER situation_report_stays_whole BEFORE TRUNCATE ON situation_report
    FOR EACH STATEMENT EXECUTE FUNCTION row_stays();

CREATE TABLE stand_down_decision (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_force text        NOT NULL REFERENCES task_force,
    stand_down text        NOT NULL CHECK (stand_down IN ('CONTINUE', 'STAND_DOWN')),
    reason     text        NOT NULL,
    decided_by text        NOT NULL,
    decided_at timestamptz NOT NULL
);
CREATE INDEX stand_down_decision_of_task_force ON stand_down_decision (task_force);
CREATE TRIGGER stand_down_decision_stays BEFORE UPDATE OR DELETE ON stand_down_decision
    FOR EACH ROW EXECUTE FUNCTION row_stays();
CREATE TRIGGER stand_down_decision_stays_whole BEFORE TRUNCATE ON stand_down_decision
    FOR EACH STATEMENT EXECUTE FUNCTION row_stays();
