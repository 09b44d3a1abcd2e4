-- Why: what has run out leaves the views.
create index held_by_end on held (expires_at) where expires_at is not null;
