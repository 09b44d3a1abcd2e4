-- Why: lists of people and things show a caption without reading every statement.
create table entity (
    entity_id bytea  not null primary key,
    kind      text   not null,
    caption   text   not null,
    record_id bytea  not null,
    agency    text   not null,
    at        bigint not null
);
