-- Why: lists and the audit read one kind, newest first.
create index held_by_kind on held (kind, at);
