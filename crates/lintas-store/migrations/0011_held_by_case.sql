-- Why: the tabs of a case. Most records name none, so only those that do are in the index.
create index held_by_case on held (case_id, kind) where case_id is not null;
