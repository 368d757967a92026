CREATE TABLE mail (
    id              uuid PRIMARY KEY,
    occasion        text        NOT NULL,
    number          text        NOT NULL,
    template        text        NOT NULL,
    recipient       text        NOT NULL,
    address         text        NOT NULL,
    subject         text        NOT NULL,
    body            text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('NEW', 'SENDING', 'SENT', 'FAILED')),
    attempts        integer     NOT NULL,
    created_at      timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    sent_at         timestamptz,
    last_error      text,
    UNIQUE (occasion, recipient)
);
CREATE INDEX mail_due ON mail (next_attempt_at) WHERE state IN ('NEW', 'SENDING');
CREATE INDEX mail_newest ON mail (created_at DESC);
