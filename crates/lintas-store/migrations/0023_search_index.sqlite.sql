-- Why: full text over tokens that were segmented before they came here; FTS5 splits at spaces only. Each token stands
-- once in a record and its place is not kept: pieces of text to show are cut in the program.
create virtual table search_index using fts5 (
    tokens,
    content = '',
    contentless_delete = 1,
    detail = none,
    tokenize = 'ascii'
);
