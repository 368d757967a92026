-- Through whom a decision was recorded where a power had been passed on: that is no second person either.
ALTER TABLE proposal_decision ADD COLUMN via text;
