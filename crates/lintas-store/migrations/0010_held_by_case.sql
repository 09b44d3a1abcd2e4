-- Why: the tabs of a case.
create index held_by_case on held (case_id, kind);
