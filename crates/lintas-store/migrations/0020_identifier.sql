-- Why: the same phone, document, plate or account in two cases is what brings agencies together.
create table identifier (
    property  text   not null,
    value     text   not null,
    entity_id bytea  not null,
    held_no   bigint not null,
    agency    text   not null,
    primary key (property, value, held_no)
);
