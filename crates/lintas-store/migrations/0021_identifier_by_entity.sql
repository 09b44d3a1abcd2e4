-- Why: from an entity to the identifiers it is stated to have.
create index identifier_by_entity on identifier (entity_id);
