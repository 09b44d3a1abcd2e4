-- Why: small facts about this node that are no records, such as cursors.
create table setting (
    name  text  not null primary key,
    value bytea not null
);
