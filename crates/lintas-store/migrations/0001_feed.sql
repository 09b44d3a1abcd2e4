-- Why: a feed is the unit of order. Its row says where the next record goes, and is compared and set by every append.
create table feed (
    feed_no       bigint not null primary key,
    agency        text   not null,
    audience_id   bytea  not null,
    generation    bigint not null,
    next_sequence bigint not null,
    previous      bytea  not null,
    unique (agency, audience_id)
);
