-- Why: what is known of a protected person or a source, sealed under a key of its own; without the wrapped key nobody reads the body.
create table dossier (
    dossier_id  bytea  not null primary key,
    version     bigint not null,
    wrapped_key bytea  not null,
    body        bytea  not null
);
