-- Why: names of persons and organisations as stated, so that those alike can be compared without reading every statement.
create table name (
    held_no   bigint not null,
    written   text   not null,
    entity_id bytea  not null,
    kind      text   not null,
    primary key (held_no, written)
) without rowid;
