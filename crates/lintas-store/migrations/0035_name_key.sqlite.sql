-- Why: spellings of one name in any script share a key, so a new record finds who may be the same at once.
create table name_key (
    value   text   not null,
    held_no bigint not null,
    primary key (value, held_no)
) without rowid;
