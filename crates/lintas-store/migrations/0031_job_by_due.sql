-- Why: the next job that is due.
create index job_by_due on job (state, due_at);
