-- What was changed of the data that rules rest on; sealed by an event of the record. Inserted only.
CREATE TABLE change (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    area          text        NOT NULL,
    subject       text        NOT NULL,
    subject_plain text        NOT NULL GENERATED ALWAYS AS (plain_text(subject)) STORED,
    at            timestamptz NOT NULL,
    actor         text        NOT NULL,
    on_behalf_of  text,
    mark          text        NOT NULL,
    before        text, -- canonical JSON (RFC 8785); null: new
    after         text  -- null: gone
);
CREATE INDEX change_newest ON change (area, id DESC);

CREATE TRIGGER change_stays BEFORE UPDATE OR DELETE ON change
    FOR EACH ROW EXECUTE FUNCTION audit_event_stays();
CREATE TRIGGER change_stays_whole BEFORE TRUNCATE ON change
    FOR EACH STATEMENT EXECUTE FUNCTION audit_event_stays();

-- Files that a person has sent and looks at before saying yes.
CREATE TABLE upload (
    id      uuid PRIMARY KEY,
    kind    text        NOT NULL,
    account text        NOT NULL,
    content bytea       NOT NULL,
    at      timestamptz NOT NULL
);
