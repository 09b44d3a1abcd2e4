-- Why: a recalled or erased record leaves the index with its row.
create index search_document_by_record on search_document (record_id, release_id);
