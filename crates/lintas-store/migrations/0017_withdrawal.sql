-- Why: what takes records out of the views: a recall (`release`), an undone import (`import`), a tombstone (`record`).
-- Only a withdrawal by the agency that may withdraw counts. The nil id as record means all.
create table withdrawal (
    held_no   bigint not null,
    part      bigint not null,
    what      text   not null,
    target_id bytea  not null,
    record_id bytea  not null,
    agency    text   not null,
    primary key (held_no, part)
);
