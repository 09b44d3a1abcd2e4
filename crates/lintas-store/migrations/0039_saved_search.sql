-- Why: what an officer wants to hear of. Kept at the node like a session: it is nobody's evidence.
create table saved_search (
    search_id  bytea  not null primary key,
    officer_id bytea  not null,
    wanted     text   not null,
    made_at    bigint not null,
    seen_at    bigint not null
);
