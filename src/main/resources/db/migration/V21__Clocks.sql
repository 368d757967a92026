-- Rules of time as dated rows: statutory deadlines, legal ceilings of single steps, and the targets per level.
ALTER TABLE running_clock DROP CONSTRAINT running_clock_rule_fkey;
ALTER TABLE clock_rule RENAME TO clock_rule_v4;
ALTER TABLE clock_rule_v4 RENAME CONSTRAINT clock_rule_pkey TO clock_rule_v4_pkey;

CREATE TABLE clock_rule (
    code        text    NOT NULL CHECK (code ~ '^[A-Z0-9_]+$'),
    purpose     text    NOT NULL,
    level       integer CHECK (level BETWEEN 1 AND 4), -- null: all
    legal_basis text    NOT NULL,
    start_event text    NOT NULL,
    length      integer NOT NULL CHECK (length > 0),
    unit        text    NOT NULL CHECK (unit IN ('MINUTES', 'HOURS', 'DAYS', 'WORKING_DAYS')),
    valid_from  date    NOT NULL,
    valid_to    date    CHECK (valid_to >= valid_from),
    warn_at     text    NOT NULL, -- percent of the length, ascending, between semicolons
    warn_told   text    NOT NULL, -- roles, OWNER, OWNER_HEAD, CONTACT_POINT, between semicolons
    breach_told text    NOT NULL,
    pausable    boolean NOT NULL,
    UNIQUE NULLS NOT DISTINCT (purpose, level, valid_from)
);

INSERT INTO clock_rule
    (code, purpose, level, legal_basis, start_event, length, unit, valid_from, valid_to, warn_at, warn_told, breach_told, pausable)
VALUES
    ('PN24_OLD', 'FIRST_STATEMENT', NULL, 'Nghị định 09/2017/NĐ-CP, Điều 6 khoản 3 điểm a', 'OCCURRED', 24, 'HOURS',
        '2017-03-30', '2026-06-30', '50;83.333333', 'OWNER;CONTACT_POINT', 'OWNER;CONTACT_POINT;OWNER_HEAD;pressDirector', false),
    ('PN24_RECEIVE', 'FIRST_STATEMENT', NULL, 'Nghị định 244/2026/NĐ-CP, Điều 7 khoản 3', 'RECEIVED', 24, 'HOURS',
        '2026-07-01', NULL, '50;83.333333', 'OWNER;CONTACT_POINT', 'OWNER;CONTACT_POINT;OWNER_HEAD;pressDirector', false),
    ('PN24_IMPACT', 'IMPACT_STATEMENT', NULL, 'Nghị định 244/2026/NĐ-CP, Điều 7 khoản 4', 'IMPACT_DETERMINED', 24, 'HOURS',
        '2026-07-01', NULL, '50;83.333333', 'OWNER;CONTACT_POINT', 'OWNER;CONTACT_POINT;OWNER_HEAD;pressDirector', false),
    ('TLBC30', 'ANSWER', NULL, 'Luật Báo chí 103/2016/QH13, Điều 39', 'RECEIVED', 30, 'DAYS',
        '2017-01-01', '2026-06-30', '50;83.333333', 'OWNER;CONTACT_POINT', 'OWNER;CONTACT_POINT;OWNER_HEAD;pressDirector', true),
    -- The article of the new law is to be named by the operator; until then the length of the old one holds.
    ('TLBC30', 'ANSWER', NULL, 'Luật Báo chí 126/2025/QH15', 'RECEIVED', 30, 'DAYS',
        '2026-07-01', NULL, '50;83.333333', 'OWNER;CONTACT_POINT', 'OWNER;CONTACT_POINT;OWNER_HEAD;pressDirector', true),
    ('UQ12', 'AUTHORISATION_PUBLISHED', NULL, 'Nghị định 09/2017/NĐ-CP, Điều 3 khoản 6', 'AUTHORISATION_SIGNED', 12, 'HOURS',
        '2017-03-30', '2026-06-30', '75', 'OWNER', 'OWNER;OWNER_HEAD', false),
    ('NPN24', 'SPOKESPERSON_PUBLISHED', NULL, 'Nghị định 244/2026/NĐ-CP, Điều 3 khoản 3', 'SPOKESPERSON_ASSIGNED', 24, 'HOURS',
        '2026-07-01', NULL, '75', 'OWNER', 'OWNER;OWNER_HEAD', false),
    ('CK5', 'INFORMATION_PUBLISHED', NULL, 'Luật Tiếp cận thông tin 104/2016/QH13, Điều 18 khoản 4', 'INFORMATION_CREATED', 5, 'WORKING_DAYS',
        '2018-07-01', NULL, '60;80', 'OWNER', 'OWNER;OWNER_HEAD', false),
    ('VPB2', 'OFFICE_CHECK', NULL, 'Quyết định 727/QĐ-BTTTT (2017), Điều 22 khoản 2', 'TASK_OPENED', 2, 'WORKING_DAYS',
        '2017-05-08', NULL, '75', 'ministryOffice', 'ministryOffice;ministryLeader', false),
    ('YK5', 'WRITTEN_OPINION', NULL, 'Nghị định 191/2026/NĐ-CP, Điều 7 khoản 2 điểm d', 'TASK_OPENED', 5, 'WORKING_DAYS',
        '2026-05-29', NULL, '60;80', 'OWNER', 'OWNER;OWNER_HEAD', false),
    ('TTG3', 'SUBMISSION_RULED', NULL, 'Nghị định 191/2026/NĐ-CP, Điều 15 khoản 3, Điều 16', 'TASK_OPENED', 3, 'WORKING_DAYS',
        '2026-05-29', NULL, '75', 'governmentOffice', 'governmentOffice;ministryLeader', false),
    ('VBDI1', 'DOCUMENT_ISSUED', NULL, 'Nghị định 30/2020/NĐ-CP, Điều 18 khoản 1', 'TASK_OPENED', 1, 'WORKING_DAYS',
        '2020-03-05', NULL, '75', 'recordsClerk', 'recordsClerk;ministryOffice', false),
    ('TRAN24_OLD', 'CEILING', NULL, 'Nghị định 09/2017/NĐ-CP, Điều 6 khoản 3 điểm a', 'TASK_OPENED', 24, 'HOURS',
        '1900-01-01', '2026-06-30', '75', 'OWNER', 'OWNER', false),
    ('TRAN24', 'CEILING', NULL, 'Nghị định 244/2026/NĐ-CP, Điều 7', 'TASK_OPENED', 24, 'HOURS',
        '2026-07-01', NULL, '75', 'OWNER', 'OWNER', false),
    ('RKN14', 'REVIEW', NULL, 'Mục tiêu nội bộ: rút kinh nghiệm trong 14 ngày', 'TASK_OPENED', 14, 'DAYS',
        '1900-01-01', NULL, '75', 'OWNER', 'OWNER', false);

-- Targets and steps: one code for each purpose, one row for each level; a dash in the table of levels is no row.
INSERT INTO clock_rule
    (code, purpose, level, legal_basis, start_event, length, unit, valid_from, valid_to, warn_at, warn_told, breach_told, pausable)
SELECT 'MT_' || purpose, purpose, level, basis, 'TASK_OPENED',
    CASE WHEN minutes[level] % 60 = 0 THEN minutes[level] / 60 ELSE minutes[level] END,
    CASE WHEN minutes[level] % 60 = 0 THEN 'HOURS' ELSE 'MINUTES' END, '1900-01-01', NULL, '75', 'OWNER', 'OWNER', false
FROM (VALUES
    ('ACKNOWLEDGE', 'Mục tiêu nội bộ theo bốn mức', ARRAY[30, 15, 15, 10]),
    ('FIRST_ASSESSMENT', 'Mục tiêu nội bộ theo bốn mức', ARRAY[240, 120, 60, 30]),
    ('HOLDING_LINE', 'Mục tiêu nội bộ theo bốn mức', ARRAY[NULL, 240, 60, 60]),
    ('FULLER_STATEMENT', 'Mục tiêu nội bộ theo bốn mức', ARRAY[NULL, 720, 240, 240]),
    ('SITUATION_REPORT', 'Mục tiêu nội bộ theo bốn mức', ARRAY[NULL, 1440, 360, 120]),
    ('DRAFTING', 'Thời lượng nội bộ', ARRAY[480, 480, 120, 60]),
    ('OPINION', 'Thời lượng nội bộ', ARRAY[2880, 1440, 480, 120]),
    ('REVIEWING', 'Thời lượng nội bộ', ARRAY[480, 480, 120, 30]),
    ('DECISION', 'Thời lượng nội bộ', ARRAY[4320, 4320, 1440, 360]),
    ('MEMBERSHIP', 'Thời lượng nội bộ', ARRAY[30, 30, 30, 30]),
    ('PLANNING', 'Thời lượng nội bộ', ARRAY[480, 480, 120, 60]),
    ('ASSIGNMENT', 'Thời lượng nội bộ', ARRAY[1440, 1440, 480, 240]),
    ('STAND_DOWN', 'Thời lượng nội bộ', ARRAY[1440, 1440, 1440, 1440]),
    ('FINAL_REPORT', 'Thời lượng nội bộ', ARRAY[4320, 4320, 4320, 4320])
) AS target (purpose, basis, minutes), generate_series(1, 4) AS level
WHERE minutes[level] IS NOT NULL;

-- Days that are not what their day of the week says. A year is shipped once; what people change afterwards stays.
CREATE TABLE calendar_year (
    year integer PRIMARY KEY
);
CREATE TABLE calendar_day (
    day  date PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('HOLIDAY', 'WORKING')),
    name text NOT NULL
);

-- A clock keeps the words and lengths of its rule as they were when it was last counted.
ALTER TABLE running_clock
    ADD legal_basis text,
    ADD day         date,     -- of the incident in Vietnam: decides which rule holds
    ADD length      integer,
    ADD unit        text,
    ADD warn_at     text,     -- percent
    ADD warn_told   text,
    ADD breach_told text,
    ADD pausable    boolean,
    ADD warnings    timestamptz[] NOT NULL DEFAULT '{}',
    ADD next_at     timestamptz, -- when the clock has something to say next; null: never
    ADD paused_at   timestamptz,
    ADD ended_at    timestamptz;

UPDATE running_clock c SET
    legal_basis = old.legal_basis,
    day = (CASE old.start_event WHEN 'OCCURRED' THEN c.started_at
               ELSE coalesce((SELECT occurred_at FROM incident i WHERE i.number = c.number), c.started_at) END
           AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
    length = rule.length,
    unit = rule.unit,
    warn_at = rule.warn_at,
    warn_told = rule.warn_told,
    breach_told = rule.breach_told,
    pausable = rule.pausable,
    -- The shares of what is between start and due, so that exercises keep their pace.
    warnings = (SELECT array_agg(date_trunc('second',
                    c.started_at + (c.due_at - c.started_at) * (share::numeric / 100)::float8 + interval '0.5 second') ORDER BY share::numeric)
                FROM unnest(string_to_array(rule.warn_at, ';')) AS share),
    ended_at = (SELECT closed_at FROM incident i WHERE i.number = c.number)
FROM clock_rule_v4 old
JOIN (SELECT DISTINCT ON (code) * FROM clock_rule ORDER BY code, valid_from) rule ON rule.code = old.code
WHERE old.code = c.rule;
-- Whoever answers is reminded by the task; after the change only what is still ahead.
UPDATE running_clock c SET next_at = due_at
WHERE met_at IS NULL AND breached_at IS NULL AND ended_at IS NULL;

ALTER TABLE running_clock
    DROP CONSTRAINT running_clock_pkey,
    ADD PRIMARY KEY (number, rule),
    ALTER legal_basis SET NOT NULL,
    ALTER day SET NOT NULL,
    ALTER length SET NOT NULL,
    ALTER unit SET NOT NULL,
    ALTER warn_at SET NOT NULL,
    ALTER warn_told SET NOT NULL,
    ALTER breach_told SET NOT NULL,
    ALTER pausable SET NOT NULL;
CREATE INDEX running_clock_next ON running_clock (next_at) WHERE next_at IS NOT NULL;
DROP TABLE clock_rule_v4;

CREATE TABLE clock_pause (
    number  text        NOT NULL,
    rule    text        NOT NULL,
    from_at timestamptz NOT NULL,
    to_at   timestamptz,
    reason  text        NOT NULL,
    by      text        NOT NULL,
    FOREIGN KEY (number, rule) REFERENCES running_clock ON UPDATE CASCADE
);
CREATE UNIQUE INDEX clock_pause_open ON clock_pause (number, rule) WHERE to_at IS NULL;

-- The missed deadlines, for the report of the Action Programme's clause II.4.c. Stays when the incident has ended.
CREATE TABLE clock_breach (
    number      text        NOT NULL,
    rule        text        NOT NULL,
    legal_basis text        NOT NULL,
    unit        text        NOT NULL,
    due_at      timestamptz NOT NULL,
    breached_at timestamptz NOT NULL,
    met_at      timestamptz,
    told        text        NOT NULL,
    PRIMARY KEY (number, rule)
);
CREATE INDEX clock_breach_due ON clock_breach (due_at);
INSERT INTO clock_breach (number, rule, legal_basis, unit, due_at, breached_at, met_at, told)
SELECT c.number, c.rule, c.legal_basis, coalesce(i.owner_unit, ''), c.due_at, c.breached_at, c.met_at, 'OWNER;pressDirector'
FROM running_clock c LEFT JOIN incident i ON i.number = c.number WHERE c.breached_at IS NOT NULL;
