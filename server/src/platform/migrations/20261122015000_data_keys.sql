-- The data keys this installation has had, oldest first; the last one is in use. None of the keys is here.
create table platform.data_key (
  number int primary key,
  -- Tells one key from another and says nothing of it.
  id text not null unique check (id ~ '^[0-9a-f]{8}$'),
  -- Of a former key: what made blind indexes and pseudonyms, sealed with the key in use.
  index_sealed text,
  begun_at timestamptz not null,
  -- Null while records are being sealed anew.
  done_at timestamptz
);
