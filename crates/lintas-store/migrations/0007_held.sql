-- Why: one row for each record that can be read here, wherever its bytes are: in its own feed, or disclosed inside a
-- release. A record disclosed by two releases has two rows. Recalled, undone and erased records have none.
create table held (
    record_id      bytea  not null,
    release_id     bytea  not null,
    feed_no        bigint not null,
    generation     bigint not null,
    sequence       bigint not null,
    part           bigint not null,
    kind           text   not null,
    object_id      bytea  not null,
    case_id        bytea,
    report_id      bytea,
    other_id       bytea,
    agency         text   not null,
    at             bigint not null,
    expires_at     bigint,
    primary key (record_id, release_id)
);
