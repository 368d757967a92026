-- The key of a unit is its code and a date: codes are given again to other units.
CREATE TABLE org_unit (
    code       text    NOT NULL CHECK (code ~ '^[A-Za-z0-9]+$'),
    name       text    NOT NULL,
    level      text    NOT NULL,
    parent     text,
    tier       text    NOT NULL CHECK (tier IN ('CENTRAL', 'PROVINCE')),
    position   integer NOT NULL,
    valid_from date    NOT NULL,
    valid_to   date,
    PRIMARY KEY (code, valid_from)
);
