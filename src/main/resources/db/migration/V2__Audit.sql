-- The record. Rows of audit_event are only ever inserted; the head is a counter, not evidence.
CREATE TABLE audit_head (
    incident text PRIMARY KEY,
    sequence bigint NOT NULL
);

CREATE TABLE audit_event (
    incident     text        NOT NULL,
    sequence     bigint      NOT NULL,
    at           timestamptz NOT NULL,
    actor        text        NOT NULL,
    on_behalf_of text,
    mark         text        NOT NULL,
    node         text        NOT NULL,
    kind         text        NOT NULL,
    facts        text        NOT NULL, -- canonical JSON (RFC 8785): text keeps its bytes, jsonb would not
    PRIMARY KEY (incident, sequence)
);

CREATE FUNCTION audit_event_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'events of the record are neither changed nor deleted';
END $$;

CREATE TRIGGER audit_event_stays BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_event_stays();
CREATE TRIGGER audit_event_stays_whole BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION audit_event_stays();
