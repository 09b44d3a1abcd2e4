-- Why: what the full-text index points to.
create table search_document (
    document_no bigint not null primary key,
    record_id   bytea  not null,
    release_id  bytea  not null,
    object_id   bytea  not null,
    kind        text   not null,
    thing       text   not null,
    case_id     bytea,
    agency      text   not null,
    at          bigint not null,
    expires_at  bigint,
    caption     text   not null
);
