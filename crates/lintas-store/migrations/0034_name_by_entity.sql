-- Why: from an entity to its names.
create index name_by_entity on name (entity_id);
