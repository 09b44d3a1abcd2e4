-- Why: a release, a page and a certificate name a record by its id.
create index record_by_id on record (record_id);
