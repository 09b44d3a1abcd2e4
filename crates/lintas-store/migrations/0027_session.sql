-- Why: who is signed in, by the hash of the token in the cookie.
create table session (
    token_sha256 bytea  not null primary key,
    officer_id   bytea  not null,
    role         text,
    made_at      bigint not null,
    expires_at   bigint not null
);
