-- Why: the strongest pair comes first.
create index possible_pair_by_strength on possible_pair (strength, left_id, right_id);
