-- Why: what an officer signs in with. Secrets stay at the node and are never records.
create table credential (
    officer_id bytea  not null,
    kind       text   not null,
    label      text   not null,
    secret     bytea  not null,
    made_at    bigint not null,
    primary key (officer_id, kind, label)
);
