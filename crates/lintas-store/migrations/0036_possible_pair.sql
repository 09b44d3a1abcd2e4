-- Why: pairs that may be the same and wait for a person to judge them. A list of work: it is found again from the records.
create table possible_pair (
    left_id  bytea  not null,
    right_id bytea  not null,
    strength bigint not null,
    primary key (left_id, right_id)
);
