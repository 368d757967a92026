-- A unit that ends may have a successor: the unit that has that code on the day after.
ALTER TABLE org_unit
    ADD successor  text,
    ADD name_plain text NOT NULL GENERATED ALWAYS AS (plain_text(name)) STORED,
    ADD CHECK (valid_to >= valid_from);
CREATE INDEX org_unit_level ON org_unit (level, valid_from);
CREATE INDEX org_unit_parent ON org_unit (parent);

-- The five levels of Action Programme II.6.a, each with the days between which it exists; other units have none.
CREATE TABLE agency_level (
    level      text    PRIMARY KEY,
    ordinal    integer NOT NULL CHECK (ordinal BETWEEN 1 AND 5),
    valid_from date    NOT NULL,
    valid_to   date
);
INSERT INTO agency_level (level, ordinal, valid_from, valid_to) VALUES
    ('MINISTRY', 1, '0001-01-01', NULL),
    ('GOVERNMENT_AGENCY', 1, '0001-01-01', NULL),
    ('PROVINCE', 2, '0001-01-01', NULL),
    ('PROVINCE_DEPARTMENT', 3, '0001-01-01', NULL),
    -- The district level was abolished on 1/7/2025.
    ('DISTRICT', 4, '0001-01-01', '2025-06-30'),
    ('COMMUNE', 5, '0001-01-01', NULL);

-- People hold offices from a day to a day; an office gives its holder the office's group.
CREATE TABLE office (
    code       text    PRIMARY KEY CHECK (code ~ '^[A-Za-z0-9]+$'),
    unit       text    NOT NULL,
    title      text    NOT NULL,
    rank       text    NOT NULL CHECK (rank IN ('HEAD', 'DEPUTY', 'STAFF')),
    group_id   text    NOT NULL,
    valid_from date    NOT NULL,
    valid_to   date,
    CHECK (valid_to >= valid_from)
);
CREATE INDEX office_unit ON office (unit);

CREATE TABLE office_holder (
    id         uuid PRIMARY KEY,
    office     text NOT NULL REFERENCES office,
    account    text NOT NULL,
    valid_from date NOT NULL,
    valid_to   date,
    CHECK (valid_to >= valid_from)
);
CREATE INDEX office_holder_account ON office_holder (account);
CREATE INDEX office_holder_office ON office_holder (office);
