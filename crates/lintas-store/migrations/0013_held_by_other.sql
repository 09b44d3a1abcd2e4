-- Why: links and judgements are found from either end, reports by their import.
create index held_by_other on held (other_id) where other_id is not null;
