-- Contact points of the agencies of Action Programme II.6.a, with the fields that Decree 09/2017/NĐ-CP art. 3.4 and Decree
-- 244/2026/NĐ-CP art. 3.3 name. Both days are included.
CREATE TABLE contact_point (
    id              uuid PRIMARY KEY,
    unit            text NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('SPOKESPERSON', 'AUTHORISED')),
    person_name     text NOT NULL,
    person_plain    text NOT NULL GENERATED ALWAYS AS (plain_text(person_name)) STORED,
    job_title       text NOT NULL,
    phone           text NOT NULL,
    email           text NOT NULL,
    matter          text,
    document_number text,
    valid_from      date NOT NULL,
    valid_to        date,
    assigned_at     timestamptz,
    published_at    timestamptz,
    confirmed_at    timestamptz,
    CHECK (valid_to >= valid_from),
    CHECK (published_at >= assigned_at),
    -- An authorisation is written, for one matter, and for a time.
    CHECK (kind = 'SPOKESPERSON' OR matter IS NOT NULL AND document_number IS NOT NULL AND valid_to IS NOT NULL)
);
CREATE INDEX contact_point_unit ON contact_point (unit, valid_from);

-- A code is given again to other units: an entry ends with the unit that it was made for, unless that goes on under the
-- same code.
CREATE VIEW contact_point_in_force AS
SELECT c.*, least(c.valid_to, (SELECT min(u.valid_to) FROM org_unit u WHERE u.code = c.unit
    AND u.valid_to >= c.valid_from AND u.successor IS DISTINCT FROM u.code)) AS in_force_to
FROM contact_point c;

-- A campaign asks the agencies of a day to confirm or correct their entries, in the order of their codes.
CREATE TABLE contact_campaign (
    number      text PRIMARY KEY CHECK (number ~ '^XN-[0-9]{4}-[0-9]{2,}$'),
    yearly      boolean     NOT NULL,
    day         date        NOT NULL,
    started_at  timestamptz NOT NULL,
    ends_at     timestamptz NOT NULL,
    asked_to    text        NOT NULL DEFAULT '', -- the last code that was asked
    all_asked   boolean     NOT NULL DEFAULT false,
    rounds      integer     NOT NULL DEFAULT 0, -- of reminders
    ended_at    timestamptz,
    ending      text CHECK (ending IN ('ALL_ANSWERED', 'TIME_UP', 'ENDED_EARLY')),
    end_reason  text
);
-- One at a time: nobody is asked the same twice at once.
CREATE UNIQUE INDEX contact_campaign_running ON contact_campaign ((true)) WHERE ended_at IS NULL;

CREATE TABLE contact_request (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign       text        NOT NULL REFERENCES contact_campaign,
    unit           text        NOT NULL,
    unit_name      text        NOT NULL,
    unit_plain     text        NOT NULL GENERATED ALWAYS AS (plain_text(unit_name)) STORED,
    ordinal        integer     NOT NULL,
    state          text        NOT NULL CHECK (state IN ('ASKED', 'CONFIRMED', 'CORRECTED', 'NO_ADDRESS')),
    asked_at       timestamptz NOT NULL,
    reminded_round integer     NOT NULL DEFAULT 0,
    reminded_at    timestamptz,
    answered_at    timestamptz,
    UNIQUE (campaign, unit)
);
CREATE INDEX contact_request_open ON contact_request (campaign, id) WHERE state = 'ASKED';

-- Each letter carries a link of its own, of which only the digest (SHA-256) is kept.
CREATE TABLE contact_link (
    token_hash bytea  PRIMARY KEY,
    request    bigint NOT NULL REFERENCES contact_request
);
CREATE INDEX contact_link_request ON contact_link (request);

-- Letters about incidents leave before those of campaigns.
CREATE INDEX mail_due_first ON mail ((number LIKE 'XN-%'), next_attempt_at) WHERE state IN ('NEW', 'SENDING');
CREATE INDEX mail_failed ON mail (number) WHERE state = 'FAILED';
