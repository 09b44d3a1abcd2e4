-- Why: from a token to its documents.
create index search_index_by_token on search_index using gin (tokens);
