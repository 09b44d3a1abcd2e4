-- Why: the records themselves, byte for byte as signed. Everything else in this database can be rebuilt from them.
-- Keys grow at one end: random keys, not cryptography, set the ceiling of ingest.
create table record (
    feed_no     bigint not null references feed (feed_no),
    generation  bigint not null,
    sequence    bigint not null,
    record_id   bytea  not null,
    entry       bytea  not null,
    received_at bigint not null,
    readable    bigint not null,
    primary key (feed_no, generation, sequence)
);
