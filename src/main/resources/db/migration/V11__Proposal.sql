-- What the law makes of silence; the rule of the day (in Vietnam) on which the opinion was asked holds.
CREATE TABLE opinion_rule (
    code        text PRIMARY KEY,
    legal_basis text NOT NULL,
    valid_from  date NOT NULL,
    valid_to    date
);

INSERT INTO opinion_rule (code, legal_basis, valid_from, valid_to) VALUES
    ('SILENCE_2022', 'Nghị định 39/2022/NĐ-CP', '0001-01-01', '2026-05-28'),
    ('SILENCE_2026', 'Nghị định 191/2026/NĐ-CP, Điều 7 khoản 2 điểm d', '2026-05-29', NULL);

CREATE TABLE proposal (
    process_instance text PRIMARY KEY,
    opened           bigint GENERATED ALWAYS AS IDENTITY,
    number           text        NOT NULL REFERENCES incident,
    state            text        NOT NULL,
    round            integer     NOT NULL CHECK (round > 0),
    authority        text        NOT NULL,
    opened_at        timestamptz NOT NULL,
    return_reason    text,
    ended_at         timestamptz,
    end_reason       text
);
CREATE INDEX proposal_of_incident ON proposal (number, opened_at);
CREATE UNIQUE INDEX proposal_one_running ON proposal (number) WHERE ended_at IS NULL;

-- One row for each round: what was sent back stays as it was.
CREATE TABLE proposal_draft (
    proposal           text        NOT NULL REFERENCES proposal,
    round              integer     NOT NULL,
    summary            text        NOT NULL,
    tasks              text,
    consulted_units    text        NOT NULL, -- codes, comma-separated
    members            text        NOT NULL, -- ROLE:group, comma-separated
    term_days          integer     NOT NULL CHECK (term_days BETWEEN 1 AND 365),
    urgency            text        NOT NULL,
    drafted_by         text        NOT NULL,
    drafted_at         timestamptz NOT NULL,
    opinion_resolution text,
    consolidated_by    text,
    consolidated_at    timestamptz,
    document_number    text,
    document_date      date,
    dispatched_by      text,
    dispatched_at      timestamptz,
    PRIMARY KEY (proposal, round)
);

CREATE TABLE proposal_opinion (
    proposal    text        NOT NULL REFERENCES proposal,
    round       integer     NOT NULL,
    unit        text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    due_at      timestamptz,
    value       text,
    text        text,
    answered_by text, -- null where the time was up
    answered_at timestamptz,
    legal_basis text, -- of the silence
    PRIMARY KEY (proposal, round, unit)
);

CREATE TABLE proposal_review (
    proposal        text        NOT NULL REFERENCES proposal,
    round           integer     NOT NULL,
    desk            text        NOT NULL, -- the id of the task
    outcome         text        NOT NULL,
    reason          text,
    authority_mark  text,
    signer_position text,
    reviewed_by     text        NOT NULL,
    reviewed_at     timestamptz NOT NULL,
    PRIMARY KEY (proposal, round, desk)
);

CREATE TABLE proposal_decision (
    proposal        text        NOT NULL REFERENCES proposal,
    round           integer     NOT NULL,
    decision        text        NOT NULL,
    document_number text        NOT NULL,
    document_date   date        NOT NULL,
    signer_position text        NOT NULL,
    authority_mark  text        NOT NULL,
    direction       text,
    members         text,    -- as established; null where no task force is
    term_days       integer,
    recorded_by     text        NOT NULL,
    recorded_at     timestamptz NOT NULL,
    PRIMARY KEY (proposal, round)
);

-- Who has had which round before their eyes, so that the next round shows them what is new.
CREATE TABLE proposal_seen (
    proposal text    NOT NULL REFERENCES proposal,
    person   text    NOT NULL,
    round    integer NOT NULL,
    PRIMARY KEY (proposal, person, round)
);

-- The text of a round, and an opinion once given, stay as they are; only what follows is added to them.
CREATE TRIGGER proposal_draft_stays BEFORE UPDATE ON proposal_draft FOR EACH ROW
    WHEN ((OLD.summary, OLD.tasks, OLD.consulted_units, OLD.members, OLD.term_days, OLD.urgency, OLD.drafted_by)
        IS DISTINCT FROM
        (NEW.summary, NEW.tasks, NEW.consulted_units, NEW.members, NEW.term_days, NEW.urgency, NEW.drafted_by))
    EXECUTE FUNCTION row_stays();
CREATE TRIGGER proposal_draft_is_kept BEFORE DELETE ON proposal_draft
    FOR EACH ROW EXECUTE FUNCTION row_stays();
CREATE TRIGGER proposal_opinion_stays BEFORE UPDATE ON proposal_opinion FOR EACH ROW WHEN (OLD.value IS NOT NULL)
    EXECUTE FUNCTION row_stays();
CREATE TRIGGER proposal_opinion_is_kept BEFORE DELETE ON proposal_opinion
    FOR EACH ROW EXECUTE FUNCTION row_stays();

CREATE TRIGGER proposal_review_stays BEFORE UPDATE OR DELETE ON proposal_review
    FOR EACH ROW EXECUTE FUNCTION row_stays();
CREATE TRIGGER proposal_review_stays_whole BEFORE TRUNCATE ON proposal_review
    FOR EACH STATEMENT EXECUTE FUNCTION row_stays();
CREATE TRIGGER proposal_decision_stays BEFORE UPDATE OR DELETE ON proposal_decision
    FOR EACH ROW EXECUTE FUNCTION row_stays();
CREATE TRIGGER proposal_decision_stays_whole BEFORE TRUNCATE ON proposal_decision
    FOR EACH STATEMENT EXECUTE FUNCTION row_stays();
