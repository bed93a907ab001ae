-- The content of the posting that the talent was last told of, where that is no longer the one it applied to.
alter table hiring.process add column told_hash text;
