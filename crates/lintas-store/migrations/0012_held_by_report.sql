-- Why: what a report says, and what an undone import takes with it.
create index held_by_report on held (report_id) where report_id is not null;
