-- Why: a withdrawal, a page and an erasure name a record.
create index held_by_record on held (record_id);
