-- Why: a page shows everything said about one object.
create index held_by_object on held (object_id);
