-- The time to publish who speaks (Decree 09/2017/NĐ-CP art. 3.6, Decree 244/2026/NĐ-CP art. 3.3) is watched over.
CREATE TABLE publication_watch (
    entry     uuid        PRIMARY KEY REFERENCES contact_point ON DELETE CASCADE,
    signed_at timestamptz,
    since     timestamptz, -- when the signature was entered: nobody is told of what was due before; null: from the first look on
    warned    integer     NOT NULL DEFAULT 0, -- how many warning shares have been passed and told
    next_at   timestamptz  -- when to look again; null: nothing to wait for
);
CREATE INDEX publication_watch_next ON publication_watch (next_at) WHERE next_at IS NOT NULL;
INSERT INTO publication_watch (entry, signed_at, next_at)
SELECT id, assigned_at, assigned_at FROM contact_point WHERE assigned_at IS NOT NULL;

-- Deadlines are missed outside incidents, too: then by an entry of the spokespersons' register, and there is no file number.
ALTER TABLE clock_breach
    DROP CONSTRAINT clock_breach_pkey,
    ALTER number DROP NOT NULL,
    ADD id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ADD entry uuid UNIQUE,
    ADD about text, -- whom the entry names
    ADD UNIQUE (number, rule),
    ADD CHECK (num_nonnulls(number, entry) = 1 AND num_nonnulls(number, about) = 1);

-- Most agencies have no account here; their contact point is who can publish.
UPDATE clock_rule SET warn_told = 'OWNER;CONTACT_POINT', breach_told = 'OWNER;CONTACT_POINT;OWNER_HEAD'
WHERE purpose IN ('AUTHORISATION_PUBLISHED', 'SPOKESPERSON_PUBLISHED')
    AND warn_told = 'OWNER' AND breach_told = 'OWNER;OWNER_HEAD';
