-- Powers to act in somebody else's place (Decree 30/2020/ND-CP art. 13). Never deleted: a revoked one ends when it was
-- revoked. applied: what the open tasks show of it already.
CREATE TABLE power (
    id                uuid        PRIMARY KEY,
    principal         text        NOT NULL,
    deputy            text        NOT NULL CHECK (deputy <> principal),
    mark              text        NOT NULL CHECK (mark IN ('KT', 'Q', 'TL', 'TUQ')),
    starts_at         timestamptz NOT NULL,
    ends_at           timestamptz NOT NULL CHECK (ends_at > starts_at),
    processes         text[]      NOT NULL, -- none: all
    group_id          text,                 -- none: all of the principal's
    highest_level     integer     NOT NULL CHECK (highest_level BETWEEN 1 AND 4),
    document_number   text        NOT NULL CHECK (document_number <> ''),
    document_plain    text        NOT NULL GENERATED ALWAYS AS (plain_text(document_number)) STORED,
    document_date     date        NOT NULL,
    passed_on_from    uuid REFERENCES power,
    entered_by        text        NOT NULL CHECK (entered_by <> deputy),
    entered_at        timestamptz NOT NULL,
    revoked_at        timestamptz,
    revoked_by        text,
    revocation_reason text CHECK ((revocation_reason IS NULL) = (revoked_at IS NULL)),
    applied           text        NOT NULL DEFAULT 'COMING' CHECK (applied IN ('COMING', 'RUNNING', 'OVER'))
);
CREATE INDEX power_unsettled ON power (deputy) WHERE applied <> 'OVER';
CREATE INDEX power_principal ON power (principal, ends_at);
CREATE INDEX power_passed_on ON power (passed_on_from);
CREATE INDEX power_newest ON power (ends_at DESC);

-- The open tasks that deputies see for it.
CREATE TABLE shown_task (
    task   text NOT NULL,
    deputy text NOT NULL,
    number text NOT NULL,
    named  text, -- whose it was by name when it was shown
    PRIMARY KEY (task, deputy)
);
CREATE INDEX shown_task_deputy ON shown_task (deputy);
CREATE INDEX shown_task_number ON shown_task (number);
