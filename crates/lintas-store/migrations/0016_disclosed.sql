-- Why: an original inside a release is read often and its release may be large. `terms` are what the release says of
-- purposes, use and onward transfer.
create table disclosed (
    held_no bigint not null primary key,
    entry   bytea  not null,
    terms   text   not null
);
