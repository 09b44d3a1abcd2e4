-- Why: links and judgements are found from either end.
create index held_by_other on held (other_id);
