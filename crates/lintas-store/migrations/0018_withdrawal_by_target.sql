-- Why: each arriving record asks whether it has been withdrawn already.
create index withdrawal_by_target on withdrawal (target_id);
