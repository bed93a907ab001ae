-- An officer finds a person by the whole name.
create index on accounts.person (city, name);
