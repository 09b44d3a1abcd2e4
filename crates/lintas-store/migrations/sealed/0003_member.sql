-- Why: who was admitted to the sealed space by its administrator; sealed, so that nobody writes himself in.
create table member (
    officer_id bytea not null primary key,
    admission  bytea not null
);
