-- Statutory deadlines as rows with their validity; which one holds is decided by the day of the incident in Vietnam.
CREATE TABLE clock_rule (
    code        text PRIMARY KEY,
    purpose     text    NOT NULL CHECK (purpose IN ('FIRST_STATEMENT', 'ANSWER')),
    legal_basis text    NOT NULL,
    start_event text    NOT NULL CHECK (start_event IN ('OCCURRED', 'RECEIVED')),
    hours       integer NOT NULL CHECK (hours > 0),
    valid_from  date    NOT NULL,
    valid_to    date,
    warn_after  text    NOT NULL -- hours after the start, comma-separated
);

INSERT INTO clock_rule (code, purpose, legal_basis, start_event, hours, valid_from, valid_to, warn_after) VALUES
    ('PN24_OLD', 'FIRST_STATEMENT', 'Nghị định 09/2017/NĐ-CP, Điều 6 khoản 3 điểm a', 'OCCURRED', 24,
        '0001-01-01', '2026-06-30', '12,20'),
    ('PN24_RECEIVE', 'FIRST_STATEMENT', 'Nghị định 244/2026/NĐ-CP, Điều 7 khoản 3', 'RECEIVED', 24,
        '2026-07-01', NULL, '12,20'),
    ('TLBC30', 'ANSWER', 'Luật Báo chí 103/2016/QH13, Điều 39', 'RECEIVED', 720,
        '0001-01-01', NULL, '360,600');

CREATE TABLE running_clock (
    number      text        NOT NULL,
    purpose     text        NOT NULL,
    rule        text        NOT NULL REFERENCES clock_rule,
    started_at  timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    met_at      timestamptz,
    breached_at timestamptz,
    PRIMARY KEY (number, purpose)
);
