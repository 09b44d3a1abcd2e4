-- Why: a withdrawn record takes its identifiers along.
create index identifier_by_held on identifier (held_no);
