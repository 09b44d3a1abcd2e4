-- Why: an officer of several duties says for which purpose this session acts; until then the usual one counts.
alter table session add column purpose text;
