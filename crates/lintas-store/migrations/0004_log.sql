-- Why: the agency's Merkle log over all its feeds, reduced to what an append needs.
create table log (
    agency text  not null primary key,
    tree   bytea not null
);
