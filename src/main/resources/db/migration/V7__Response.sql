CREATE TABLE response (
    process_instance text PRIMARY KEY,
    number           text        NOT NULL REFERENCES incident,
    route            text        NOT NULL,
    group_id         text        NOT NULL,
    opened_at        timestamptz NOT NULL,
    summary          text,
    responded_by     text,
    responded_at     timestamptz,
    return_reason    text,
    returns          integer     NOT NULL DEFAULT 0,
    confirmed_at     timestamptz
);
CREATE INDEX response_of_incident ON response (number);
