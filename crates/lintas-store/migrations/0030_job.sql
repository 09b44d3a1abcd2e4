-- Why: work that outlives a request: exchange with a partner, large exports. Polled, so that any engine will do.
create table job (
    job_id      bytea  not null primary key,
    kind        text   not null,
    subject     text   not null,
    state       text   not null,
    due_at      bigint not null,
    tries       bigint not null,
    detail      text   not null,
    changed_at  bigint not null
);
