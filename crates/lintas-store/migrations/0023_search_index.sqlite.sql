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
