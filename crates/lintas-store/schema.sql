-- Why: a feed is the unit of order. Its row says where the next record goes, and is compared and set by every append.
create table feed (
    feed_no       bigint not null primary key,
    agency        text   not null,
    audience_id   bytea  not null,
    generation    bigint not null,
    next_sequence bigint not null,
    previous      bytea  not null,
    unique (agency, audience_id)
);

-- Why: the records themselves, byte for byte as signed. Everything else in this database can be rebuilt from them.
-- Keys grow at one end: random keys, not cryptography, set the ceiling of ingest.
create table record (
    feed_no     bigint not null references feed (feed_no),
    generation  bigint not null,
    sequence    bigint not null,
    record_id   bytea  not null,
    entry       bytea  not null,
    received_at bigint not null,
    readable    bigint not null,
    primary key (feed_no, generation, sequence)
);

-- Why: a release, a page and a certificate name a record by its id.
create index record_by_id on record (record_id);

-- Why: the agency's Merkle log over all its feeds, reduced to what an append needs.
create table log (
    agency text  not null primary key,
    tree   bytea not null
);

-- Why: proofs need the hash of any leaf; only the agency's own log is whole here.
create table log_leaf (
    leaf_index bigint not null primary key,
    leaf       bytea  not null
);

-- Why: signed sizes and roots of logs, ours and those of partners, so that nobody can rewind unseen.
create table checkpoint (
    agency      text   not null,
    size        bigint not null,
    note        text   not null,
    received_at bigint not null,
    primary key (agency, size)
);

-- Why: one row for each readable record, wherever its bytes are: in its own feed, or disclosed inside a release (`part`
-- counts from 0 there and is -1 elsewhere). Rows are never taken away by recalls, undone imports or expiry, only marked
-- as not shown, so that what is shown depends on what has arrived and not on the order in which it came.
create table held (
    held_no    bigint not null primary key,
    record_id  bytea  not null,
    release_id bytea  not null,
    feed_no    bigint not null,
    generation bigint not null,
    sequence   bigint not null,
    part       bigint not null,
    kind       text   not null,
    object_id  bytea  not null,
    case_id    bytea,
    report_id  bytea,
    other_id   bytea,
    agency     text   not null,
    at         bigint not null,
    expires_at bigint,
    withheld   bigint not null,
    shown      bigint not null
);

-- Why: a withdrawal, a page and an erasure name a record.
create index held_by_record on held (record_id);

-- Why: lists and the audit read one kind, newest first.
create index held_by_kind on held (kind, at);

-- Why: a page shows everything said about one object.
create index held_by_object on held (object_id);

-- Why: the tabs of a case. Most records name none, so only those that do are in the index.
create index held_by_case on held (case_id, kind) where case_id is not null;

-- Why: what a report says, and what an undone import takes with it.
create index held_by_report on held (report_id) where report_id is not null;

-- Why: links and judgements are found from either end, reports by their import.
create index held_by_other on held (other_id) where other_id is not null;

-- Why: a recall takes back what one release disclosed. The nil id stands for no release.
create index held_by_release on held (release_id) where part >= 0;

-- Why: what has run out leaves the views.
create index held_by_end on held (expires_at) where expires_at is not null;

-- Why: an original inside a release is read often and its release may be large. `terms` are what the release says of
-- purposes, use and onward transfer.
create table disclosed (
    held_no bigint not null primary key,
    entry   bytea  not null,
    terms   text   not null
);

-- Why: what takes records out of the views: a recall (`release`), an undone import (`import`), a tombstone (`record`).
-- Only a withdrawal by the agency that may withdraw counts. The nil id as record means all.
create table withdrawal (
    held_no   bigint not null,
    part      bigint not null,
    what      text   not null,
    target_id bytea  not null,
    record_id bytea  not null,
    agency    text   not null,
    primary key (held_no, part)
);

-- Why: each arriving record asks whether it has been withdrawn already.
create index withdrawal_by_target on withdrawal (target_id);

-- Why: lists of people and things show a caption without reading every statement.
create table entity (
    entity_id bytea  not null primary key,
    kind      text   not null,
    caption   text   not null,
    record_id bytea  not null,
    agency    text   not null,
    at        bigint not null
);

-- Why: the same phone, document, plate or account in two cases is what brings agencies together.
create table identifier (
    property  text   not null,
    value     text   not null,
    entity_id bytea  not null,
    held_no   bigint not null,
    agency    text   not null,
    primary key (property, value, held_no)
);

-- Why: from an entity to the identifiers it is stated to have.
create index identifier_by_entity on identifier (entity_id);

-- Why: a withdrawn record takes its identifiers along.
create index identifier_by_held on identifier (held_no);

-- Why: full text over tokens that were segmented before they came here; FTS5 splits at spaces only. Each token stands
-- once in a record and its place is not kept: pieces of text to show are cut in the program. Neither text nor length is
-- kept, so a record is taken out by the tokens it was written with, and `secure-delete` leaves nothing of it behind.
-- Segments are merged sixteen at a time: merging four at a time, as FTS5 does by itself, writes each token twice as often.
create virtual table search_index using fts5 (
    tokens,
    content = '',
    columnsize = 0,
    detail = none,
    tokenize = 'ascii'
);
insert into search_index (search_index, rank) values ('secure-delete', 1);
insert into search_index (search_index, rank) values ('automerge', 16);
insert into search_index (search_index, rank) values ('crisismerge', 64);
insert into search_index (search_index, rank) values ('hashsize', 8388608);

-- Why: nothing to do here; FTS5 is its own index. PostgreSQL needs one.
select 1;

-- Why: small facts about this node that are no records, such as cursors.
create table setting (
    name  text  not null primary key,
    value bytea not null
);

-- Why: what an officer signs in with. Secrets stay at the node and are never records.
create table credential (
    officer_id bytea  not null,
    kind       text   not null,
    label      text   not null,
    secret     bytea  not null,
    made_at    bigint not null,
    primary key (officer_id, kind, label)
);

-- Why: who is signed in, by the hash of the token in the cookie.
create table session (
    token_sha256 bytea  not null primary key,
    officer_id   bytea  not null,
    role         text,
    made_at      bigint not null,
    expires_at   bigint not null
);

-- Why: the same row of the same file is taken once. Holds fingerprints, never content.
create table import_row (
    fingerprint bytea not null primary key,
    import_id   bytea not null
);

-- Why: an undone import may be imported again.
create index import_row_by_import on import_row (import_id);

-- Why: work that outlives a request: exchange with a partner, large exports. Polled, so that any engine will do.
create table job (
    job_id      bytea  not null primary key,
    kind        text   not null,
    subject     text   not null,
    state       text   not null,
    due_at      bigint not null,
    tries       bigint not null,
    detail      text   not null,
    changed_at  bigint not null
);

-- Why: the next job that is due.
create index job_by_due on job (state, due_at);

-- Why: an officer of several duties says for which purpose this session acts; until then the usual one counts.
alter table session add column purpose text;

-- Why: names of persons and organisations as stated, so that those alike can be compared without reading every statement.
create table name (
    held_no   bigint not null,
    written   text   not null,
    entity_id bytea  not null,
    kind      text   not null,
    primary key (held_no, written)
) without rowid;

-- Why: from an entity to its names.
create index name_by_entity on name (entity_id);

-- Why: spellings of one name in any script share a key, so a new record finds who may be the same at once.
create table name_key (
    value   text   not null,
    held_no bigint not null,
    primary key (value, held_no)
) without rowid;

-- Why: pairs that may be the same and wait for a person to judge them. A list of work: it is found again from the records.
create table possible_pair (
    left_id  bytea  not null,
    right_id bytea  not null,
    strength bigint not null,
    primary key (left_id, right_id)
);

-- Why: the strongest pair comes first.
create index possible_pair_by_strength on possible_pair (strength, left_id, right_id);

-- Why: the beginning of a word is looked up here. The index would merge the lists of all words that begin so first.
create table word (
    word text not null primary key
) without rowid;

-- Why: what an officer wants to hear of. Kept at the node like a session: it is nobody's evidence.
create table saved_search (
    search_id  bytea  not null primary key,
    officer_id bytea  not null,
    wanted     text   not null,
    made_at    bigint not null,
    seen_at    bigint not null
);

-- Why: the inbox asks for those of one officer.
create index saved_search_by_officer on saved_search (officer_id);
