-- An account in full is seen by cashiers alone, and why is kept.
alter table cases.look add column reason text;
