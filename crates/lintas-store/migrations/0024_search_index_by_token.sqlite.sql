-- Why: nothing to do here; FTS5 is its own index. PostgreSQL needs one.
select 1;
