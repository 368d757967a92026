CREATE TABLE assessment (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number       text        NOT NULL REFERENCES incident,
    opened_at    timestamptz NOT NULL,
    measures     jsonb       NOT NULL,
    note         text,
    verified_by  text,
    scoring      jsonb,
    scored_at    timestamptz,
    level        integer CHECK (level BETWEEN 1 AND 4),
    route        text,
    reason       text,
    confirmed_by text,
    confirmed_at timestamptz
);
CREATE INDEX assessment_of_incident ON assessment (number, id);
-- Signals during an open assessment join it: there is never a second one.
CREATE UNIQUE INDEX assessment_one_open ON assessment (number) WHERE confirmed_at IS NULL;
