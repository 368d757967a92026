-- Who is on duty for a group, and when. What a shift was before stands in the history of changes.
CREATE TABLE duty_shift (
    id           uuid PRIMARY KEY,
    group_id     text        NOT NULL,
    account      text        NOT NULL,
    person       text        NOT NULL, -- name at the time
    person_plain text        NOT NULL GENERATED ALWAYS AS (plain_text(person)) STORED,
    ordinal      integer     NOT NULL CHECK (ordinal BETWEEN 1 AND 9), -- 1: is called first
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    CHECK (starts_at < ends_at)
);
CREATE INDEX duty_shift_group ON duty_shift (group_id, starts_at);
CREATE INDEX duty_shift_ends ON duty_shift (group_id, ends_at);

-- What a shift tells the next one. Kept for ever.
CREATE TABLE duty_note (
    id         uuid PRIMARY KEY,
    group_id   text        NOT NULL,
    author     text        NOT NULL,
    written_at timestamptz NOT NULL,
    due_at     timestamptz NOT NULL, -- the change of shift at which it is mailed
    body       text        NOT NULL
);
CREATE INDEX duty_note_group ON duty_note (group_id, written_at DESC);
CREATE INDEX duty_note_due ON duty_note (due_at);

CREATE TABLE duty_note_told (
    note    uuid        NOT NULL REFERENCES duty_note,
    account text        NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (note, account)
);

CREATE FUNCTION duty_note_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'hand-over notes are neither changed nor deleted';
END $$;
CREATE TRIGGER duty_note_stays BEFORE UPDATE OR DELETE ON duty_note
    FOR EACH ROW EXECUTE FUNCTION duty_note_stays();
CREATE TRIGGER duty_note_stays_whole BEFORE TRUNCATE ON duty_note
    FOR EACH STATEMENT EXECUTE FUNCTION duty_note_stays();

-- An opened task of which somebody on duty was told: is it acknowledged, and who is called when it is not?
CREATE TABLE alarm (
    id        uuid PRIMARY KEY,
    number    text        NOT NULL,
    task      text        NOT NULL, -- the engine's id
    task_key  text        NOT NULL,
    task_name text        NOT NULL,
    groups    text        NOT NULL, -- ids of the groups that may work on it, comma-separated
    level     integer,
    raised_at timestamptz NOT NULL,
    step      integer     NOT NULL,
    next_at   timestamptz, -- when it is passed on; null: everybody has been called
    state     text        NOT NULL CHECK (state IN ('OPEN', 'ACKNOWLEDGED', 'ENDED')),
    ended_at  timestamptz,
    ended_by  text,
    CHECK ((state = 'OPEN') = (ended_at IS NULL))
);
CREATE INDEX alarm_due ON alarm (next_at) WHERE state = 'OPEN';
CREATE INDEX alarm_task ON alarm (task) WHERE state = 'OPEN';
CREATE INDEX alarm_newest ON alarm (raised_at DESC);

-- Who was called at which step; whoever holds the token may acknowledge in this person's name.
CREATE TABLE alarm_call (
    alarm        uuid        NOT NULL REFERENCES alarm,
    step         integer     NOT NULL,
    account      text        NOT NULL,
    called_at    timestamptz NOT NULL,
    token_sha256 text        NOT NULL UNIQUE,
    PRIMARY KEY (alarm, step, account)
);

-- Where somebody wants to be told besides mail. The secret signs what is sent, so it is kept readable.
CREATE TABLE webhook (
    account text PRIMARY KEY,
    url     text        NOT NULL,
    secret  text        NOT NULL,
    set_by  text        NOT NULL,
    set_at  timestamptz NOT NULL
);

ALTER TABLE mail ADD channel text NOT NULL DEFAULT 'MAIL' CHECK (channel IN ('MAIL', 'WEBHOOK'));
ALTER TABLE mail DROP CONSTRAINT mail_occasion_recipient_key;
ALTER TABLE mail ADD UNIQUE (occasion, recipient, channel);
