-- Separation of duties: whoever did the earlier task last in a running process does not do the later one there.
CREATE TABLE separation_rule (
    earlier_task text NOT NULL,
    later_task   text NOT NULL,
    message      text NOT NULL, -- code of the sentence of a refusal; {0}: who did the earlier task, {1}: when
    PRIMARY KEY (earlier_task, later_task)
);
CREATE INDEX separation_rule_later ON separation_rule (later_task);

INSERT INTO separation_rule (earlier_task, later_task, message) VALUES
    ('draftProposal', 'approveByDirector', 'separation.submissionDrafted'),
    ('draftProposal', 'checkByMinistryOffice', 'separation.submissionDrafted'),
    ('draftProposal', 'approveByMinistry', 'separation.submissionDrafted'),
    ('consolidateOpinions', 'approveByDirector', 'separation.opinionsConsolidated'),
    ('consolidateOpinions', 'checkByMinistryOffice', 'separation.opinionsConsolidated'),
    ('consolidateOpinions', 'approveByMinistry', 'separation.opinionsConsolidated'),
    ('ownerRespond', 'confirmOwnerResponse', 'separation.responded'),
    ('draftStatement', 'checkFacts', 'separation.statementDrafted'),
    ('draftStatement', 'approveStatement', 'separation.statementDrafted'),
    ('approveStatement', 'releaseStatement', 'separation.statementApproved'),
    ('writeFinalReport', 'approveFinalReport', 'separation.finalReportWritten');

-- Who completed what. Rows are only ever inserted.
CREATE TABLE task_act (
    act                 bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id             text        NOT NULL UNIQUE,
    number              text        NOT NULL,
    process_instance_id text        NOT NULL,
    part                text,
    task                text        NOT NULL, -- the id in the diagram
    person              text        NOT NULL,
    on_behalf_of        text,
    done_at             timestamptz NOT NULL
);
CREATE INDEX task_act_latest ON task_act (process_instance_id, task, act DESC);

-- What was completed before there was this table: the record knows best who did it, the engine's history where.
INSERT INTO task_act (task_id, number, process_instance_id, task, person, on_behalf_of, done_at)
SELECT done.id_, process.business_key_, done.proc_inst_id_, done.task_def_key_, coalesce(event.actor, done.assignee_),
    event.on_behalf_of, coalesce(event.at, done.end_time_ AT TIME ZONE 'UTC')
FROM act_hi_taskinst done
JOIN act_hi_procinst process ON process.proc_inst_id_ = done.proc_inst_id_
LEFT JOIN (SELECT DISTINCT ON (facts::jsonb ->> 'taskId') facts::jsonb ->> 'taskId' AS task_id, actor, on_behalf_of, at
           FROM audit_event WHERE kind = 'TASK_COMPLETED' ORDER BY facts::jsonb ->> 'taskId', sequence DESC) event
    ON event.task_id = done.id_
WHERE done.delete_reason_ = 'completed' AND process.business_key_ IS NOT NULL
    AND coalesce(event.actor, done.assignee_) IS NOT NULL
ORDER BY done.end_time_;

CREATE TRIGGER task_act_stays BEFORE UPDATE OR DELETE ON task_act FOR EACH ROW EXECUTE FUNCTION row_stays();
CREATE TRIGGER task_act_stays_whole BEFORE TRUNCATE ON task_act FOR EACH STATEMENT EXECUTE FUNCTION row_stays();

-- An administrator gave a task to somebody beyond the rules, and what another has said of it since.
CREATE TABLE break_glass (
    id          uuid        PRIMARY KEY,
    opened      bigint      GENERATED ALWAYS AS IDENTITY,
    number      text        NOT NULL REFERENCES incident,
    task_id     text        NOT NULL,
    task        text        NOT NULL,
    task_name   text        NOT NULL,
    groups      text        NOT NULL, -- whose task it is, comma-separated
    taken_from  text,
    given_to    text,                 -- null: only taken from its holder
    reason      text        NOT NULL,
    lifts_bars  boolean     NOT NULL, -- separation and recusal do not hold for this person at this task
    lifted      text,                 -- the sentence that would have refused the person; null: none would
    opened_by   text        NOT NULL,
    opened_at   timestamptz NOT NULL,
    justified   boolean,
    assessment  text,
    reviewed_by text,
    reviewed_at timestamptz
);
CREATE INDEX break_glass_task ON break_glass (task_id, opened DESC);
CREATE INDEX break_glass_number ON break_glass (number, opened);

CREATE TRIGGER break_glass_stays BEFORE UPDATE ON break_glass FOR EACH ROW
    WHEN (OLD.reviewed_at IS NOT NULL
        OR (OLD.task_id, OLD.given_to, OLD.reason, OLD.lifts_bars, OLD.opened_by, OLD.opened_at)
            IS DISTINCT FROM (NEW.task_id, NEW.given_to, NEW.reason, NEW.lifts_bars, NEW.opened_by, NEW.opened_at))
    EXECUTE FUNCTION row_stays();
CREATE TRIGGER break_glass_is_kept BEFORE DELETE ON break_glass FOR EACH ROW EXECUTE FUNCTION row_stays();

-- What a recorded decision was corrected to. The first version stays in proposal_decision, all of them are kept.
CREATE TABLE proposal_decision_correction (
    proposal        text        NOT NULL,
    round           integer     NOT NULL,
    version         integer     NOT NULL CHECK (version > 1),
    document_number text        NOT NULL,
    document_date   date        NOT NULL,
    signer_position text        NOT NULL,
    authority_mark  text        NOT NULL,
    direction       text,
    reason          text        NOT NULL,
    corrected_by    text        NOT NULL,
    corrected_at    timestamptz NOT NULL,
    PRIMARY KEY (proposal, round, version),
    FOREIGN KEY (proposal, round) REFERENCES proposal_decision
);
CREATE TRIGGER proposal_decision_correction_stays BEFORE UPDATE OR DELETE ON proposal_decision_correction
    FOR EACH ROW EXECUTE FUNCTION row_stays();
CREATE TRIGGER proposal_decision_correction_stays_whole BEFORE TRUNCATE ON proposal_decision_correction
    FOR EACH STATEMENT EXECUTE FUNCTION row_stays();
