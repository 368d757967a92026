CREATE EXTENSION IF NOT EXISTS unaccent;

-- Search without diacritics; unaccent leaves đ and Đ alone in some rule files.
CREATE FUNCTION plain_text(original text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT lower(replace(replace(public.unaccent('public.unaccent', original), 'đ', 'd'), 'Đ', 'D')) $$;

CREATE TABLE incident (
    number          text PRIMARY KEY,
    title           text        NOT NULL,
    title_plain     text        NOT NULL GENERATED ALWAYS AS (plain_text(title)) STORED,
    description     text,
    sector          text,
    owner_unit      text        NOT NULL,
    public_url      text,
    occurred_at     timestamptz NOT NULL,
    received_at     timestamptz NOT NULL CHECK (received_at >= occurred_at),
    registered_at   timestamptz NOT NULL,
    exercise        boolean     NOT NULL,
    reported_by     text        NOT NULL,
    measures        jsonb       NOT NULL,
    state           text        NOT NULL,
    level           integer CHECK (level BETWEEN 1 AND 4),
    level_confirmed boolean     NOT NULL,
    route           text,
    quiet_since     timestamptz NOT NULL,
    closed_at       timestamptz,
    closing         text,
    closing_note    text
);
CREATE INDEX incident_newest ON incident (registered_at DESC, number DESC);

-- Claims, where they are public and how far they went. No field for an author.
CREATE TABLE signal (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number      text        NOT NULL REFERENCES incident,
    description text        NOT NULL,
    public_url  text,
    reach24h    integer,
    growth1h    numeric,
    provinces   integer,
    seen_at     timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL
);
CREATE INDEX signal_of_incident ON signal (number);

-- Groups that have had a task in an incident may go on reading it.
CREATE TABLE incident_reader (
    number   text NOT NULL REFERENCES incident,
    group_id text NOT NULL,
    PRIMARY KEY (number, group_id)
);

CREATE TABLE idempotency_key (
    caller     text        NOT NULL,
    key        text        NOT NULL,
    number     text REFERENCES incident,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, key)
);

-- File numbers start again each year. Sequences made in advance: nobody waits for a number, not even in the first
-- minute of January.
DO $$
BEGIN
    FOR year IN 2020..2099 LOOP
        EXECUTE format('CREATE SEQUENCE file_number_sc_%s', year);
        EXECUTE format('CREATE SEQUENCE file_number_dt_%s', year);
    END LOOP;
END $$;
