-- Through whom somebody acted where a power had been passed on: what was done through them they do not judge either.
ALTER TABLE task_act ADD COLUMN via text;

-- In whose place a decision was recorded: that is no second person for correcting it.
ALTER TABLE proposal_decision ADD COLUMN on_behalf_of text;
