-- How far the clock of the records was put ahead, on a development server: they lie in the future then, so that no server
-- whose clock shows an earlier day may open them. Empty before the first server.
create table platform.clock (
  single boolean primary key default true check (single),
  days_ahead int not null default 0 check (days_ahead >= 0),
  -- Days whose skipped nights were made up for.
  caught_up int not null default 0,
  -- Kept by a server that is not for development: its clock is never put ahead.
  in_use boolean not null default false
);
