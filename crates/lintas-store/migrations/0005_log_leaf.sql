-- Why: proofs need the hash of any leaf; only the agency's own log is whole here.
create table log_leaf (
    leaf_index bigint not null primary key,
    leaf       bytea  not null
);
