-- Who acted stays on record by name after the account is deleted; a living account of the same id comes first.
CREATE TABLE former_account (
    id       text        PRIMARY KEY,
    name     text        NOT NULL,
    ended_at timestamptz NOT NULL
);
