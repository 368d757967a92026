-- Every completion searches for subtasks, every acquisition for due jobs; the engine ships no index for either.
CREATE INDEX act_idx_task_parent ON act_ru_task (parent_task_id_);
CREATE INDEX act_idx_job_duedate ON act_ru_job (duedate_);
