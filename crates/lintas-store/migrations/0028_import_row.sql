-- Why: the same row of the same file is taken once. Holds fingerprints, never content.
create table import_row (
    fingerprint bytea not null primary key,
    import_id   bytea not null
);
