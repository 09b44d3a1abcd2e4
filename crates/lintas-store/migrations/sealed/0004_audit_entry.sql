-- Why: who did what in the sealed space; each entry is sealed and signed over the one before.
create table audit_entry (
    number bigint not null primary key,
    entry  bytea  not null
);
