-- The journal: entries are appended and never changed. Limits are those of vn.nghisu.journal.Entry.
create table journal_entry (
  stream       varchar(100)    not null,
  seq          bigint          not null check (seq >= 1),
  at_ms        bigint          not null,
  type         varchar(100)    not null,
  actor        varchar(100)    not null,
  command_id   uuid            not null,
  payload      varchar(1048576) not null,
  salt         varbinary(16)   not null,
  payload_hash varbinary(32)   not null,
  prev         varbinary(32)   not null,
  hash         varbinary(32)   not null,
  -- two writers can't both append number n
  primary key (stream, seq)
);

-- The newest entry of each stream, written in the same transaction: finds a stream's end without reading it,
-- and shows when entries at the end were taken away.
create table journal_head (
  stream varchar(100)  not null primary key,
  seq    bigint        not null,
  hash   varbinary(32) not null
);

-- Choices of unnamed votes: no time, no voter, no weight, no order.
-- A composite primary key would make H2 number the rows in the order of casting (_ROWID_). A single bigint key is
-- itself the row's place; it is taken from a hash of vote and slot, so it says nothing.
create table urn (
  id     bigint        not null primary key,
  vote   varchar(100)  not null,
  slot   uuid          not null,
  choice varchar(4000) not null,
  unique (vote, slot)
);

-- Health checks write here.
create table probe (
  id bigint not null primary key,
  n  bigint not null
);
insert into probe values (1, 0);
