-- Why: full text over tokens that were segmented before they came here.
create table search_index (
    held_no bigint   not null primary key,
    tokens  tsvector not null
);
