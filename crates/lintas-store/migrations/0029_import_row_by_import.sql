-- Why: an undone import may be imported again.
create index import_row_by_import on import_row (import_id);
