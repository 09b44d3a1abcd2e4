-- Why: whose sealed space this is, as a mark that tells the right key file, and facts about it; no secret and no name.
create table sealed_space (
    name  text  not null primary key,
    value bytea not null
);
