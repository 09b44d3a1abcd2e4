-- Why: a recall takes back what one release disclosed. The nil id stands for no release.
create index held_by_release on held (release_id) where part >= 0;
