-- Why: the inbox asks for those of one officer.
create index saved_search_by_officer on saved_search (officer_id);
