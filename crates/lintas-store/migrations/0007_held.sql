-- Why: one row for each readable record, wherever its bytes are: in its own feed, or disclosed inside a release (`part`
-- counts from 0 there and is -1 elsewhere). Rows are never taken away by recalls, undone imports or expiry, only marked
-- as not shown, so that what is shown depends on what has arrived and not on the order in which it came.
create table held (
    held_no    bigint not null primary key,
    record_id  bytea  not null,
    release_id bytea  not null,
    feed_no    bigint not null,
    generation bigint not null,
    sequence   bigint not null,
    part       bigint not null,
    kind       text   not null,
    object_id  bytea  not null,
    case_id    bytea,
    report_id  bytea,
    other_id   bytea,
    agency     text   not null,
    at         bigint not null,
    expires_at bigint,
    withheld   bigint not null,
    shown      bigint not null
);
