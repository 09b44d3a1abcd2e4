-- Why: the same phone, document, plate or account in two cases is what brings agencies together.
create table identifier (
    property   text   not null,
    value      text   not null,
    entity_id  bytea  not null,
    record_id  bytea  not null,
    release_id bytea  not null,
    agency     text   not null,
    primary key (property, value, record_id, release_id)
);
