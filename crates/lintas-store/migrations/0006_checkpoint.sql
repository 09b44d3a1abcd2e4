-- Why: signed sizes and roots of logs, ours and those of partners, so that nobody can rewind unseen.
create table checkpoint (
    agency      text   not null,
    size        bigint not null,
    note        text   not null,
    received_at bigint not null,
    primary key (agency, size)
);
