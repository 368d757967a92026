-- Rows that are written once: a number that was given, a version that was checked, a decision that was taken.
CREATE FUNCTION row_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are neither changed nor deleted', TG_TABLE_NAME;
END $$;

-- The last number given in a series and year; its row is held until the end of the transaction, so that a rolled back
-- document leaves no gap.
CREATE TABLE document_series (
    series text    NOT NULL,
    year   integer NOT NULL,
    last   integer NOT NULL,
    PRIMARY KEY (series, year)
);

-- The register of numbered documents (Decree 30/2020/NĐ-CP art. 15): per year and series from 01, without gaps.
CREATE TABLE document_register (
    series    text        NOT NULL,
    year      integer     NOT NULL,
    ordinal   integer     NOT NULL CHECK (ordinal > 0),
    number    text        NOT NULL,
    type      text        NOT NULL,
    issuer    text        NOT NULL,
    incident  text        NOT NULL REFERENCES incident,
    subject   text        NOT NULL,
    issued_at timestamptz NOT NULL,
    issued_by text        NOT NULL,
    PRIMARY KEY (series, year, ordinal),
    UNIQUE (number, year)
);
CREATE INDEX document_of_incident ON document_register (incident);

CREATE TRIGGER document_register_stays BEFORE UPDATE OR DELETE ON document_register
    FOR EACH ROW EXECUTE FUNCTION row_stays();
CREATE TRIGGER document_register_stays_whole BEFORE TRUNCATE ON document_register
    FOR EACH STATEMENT EXECUTE FUNCTION row_stays();
