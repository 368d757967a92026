CREATE TABLE statement (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number           text        NOT NULL REFERENCES incident,
    process_instance text UNIQUE,
    unit             text        NOT NULL,
    purpose          text,
    correction_of    bigint REFERENCES statement,
    requested_by     text        NOT NULL,
    requested_at     timestamptz NOT NULL,
    state            text        NOT NULL,
    ended_at         timestamptz,
    end_reason       text
);
CREATE INDEX statement_of_incident ON statement (number, id);
CREATE INDEX statement_correction ON statement (correction_of) WHERE correction_of IS NOT NULL;

-- Each draft that was handed in, as it was.
CREATE TABLE statement_version (
    statement      bigint      NOT NULL REFERENCES statement,
    version        integer     NOT NULL CHECK (version > 0),
    headline       text,
    facts_known    text        NOT NULL,
    facts_unknown  text        NOT NULL,
    advice         text        NOT NULL,
    next_update_at timestamptz NOT NULL,
    label          text CHECK (label = 'FALSE_INFORMATION'),
    false_part     text,
    evidence       text CHECK (label IS NULL OR evidence IS NOT NULL),
    drafted_by     text        NOT NULL,
    drafted_at     timestamptz NOT NULL,
    PRIMARY KEY (statement, version)
);

CREATE TABLE statement_review (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    statement bigint      NOT NULL,
    version   integer     NOT NULL,
    desk      text        NOT NULL,
    outcome   text        NOT NULL,
    reason    text,
    by        text        NOT NULL,
    at        timestamptz NOT NULL,
    FOREIGN KEY (statement, version) REFERENCES statement_version
);
CREATE INDEX statement_review_of ON statement_review (statement, version);

CREATE TABLE statement_release (
    statement       bigint PRIMARY KEY REFERENCES statement,
    version         integer     NOT NULL,
    document_number text        NOT NULL,
    channel         text,
    unit_name       text        NOT NULL, -- as it was on that day
    released_by     text        NOT NULL,
    released_at     timestamptz NOT NULL,
    feed_id         uuid        NOT NULL UNIQUE DEFAULT gen_random_uuid(), -- stays, wherever the installation moves
    FOREIGN KEY (statement, version) REFERENCES statement_version
);
-- Numbers begin again each year.
CREATE UNIQUE INDEX statement_document
    ON statement_release (document_number, (EXTRACT(YEAR FROM released_at AT TIME ZONE 'Asia/Ho_Chi_Minh')));
CREATE INDEX statement_newest ON statement_release (released_at DESC, statement DESC);

-- The name of the public feed, drawn once for this installation.
CREATE TABLE statement_feed (
    id      uuid        NOT NULL,
    made_at timestamptz NOT NULL
);
INSERT INTO statement_feed (id, made_at) VALUES (gen_random_uuid(), now());

DO $$
DECLARE written_once text;
BEGIN
    FOREACH written_once IN ARRAY ARRAY['statement_version', 'statement_review', 'statement_release', 'statement_feed']
    LOOP
        EXECUTE format('CREATE TRIGGER %1$s_stays BEFORE UPDATE OR DELETE ON %1$s
            FOR EACH ROW EXECUTE FUNCTION row_stays()', written_once);
        EXECUTE format('CREATE TRIGGER %1$s_stays_whole BEFORE TRUNCATE ON %1$s
            FOR EACH STATEMENT EXECUTE FUNCTION row_stays()', written_once);
    END LOOP;
END $$;
