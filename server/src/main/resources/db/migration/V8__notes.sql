-- Private notes on papers (docs/notes.md): one stream for each person and meeting. Limits are those of vn.nghisu.notes.NoteLimits.

-- How often a person has destroyed all notes everywhere: notes of an earlier count are refused when a tablet brings them later.
create table note_person (
  person  varchar(40)  not null primary key,
  epoch   bigint       not null
);

-- version is that of the stream's newest change, ops the number of operations answered; the others count what there is.
create table note_stream (
  meeting  varchar(40)  not null,
  person   varchar(40)  not null,
  epoch    bigint       not null,
  version  bigint       not null,
  ops      bigint       not null,
  live     integer      not null,
  ids      integer      not null,
  chars    bigint       not null,
  primary key (person, meeting)
);

-- A removed note keeps its id and the version of its removal, and nothing of what it was.
create table note (
  meeting  varchar(40)  not null,
  person   varchar(40)  not null,
  id       uuid         not null,
  version  bigint       not null,
  paper    varchar(40),
  shared   boolean      not null,
  opinion  boolean      not null,
  note     varchar(200000),
  primary key (person, meeting, id)
);
create index note_version on note (person, meeting, version);
create index note_paper on note (meeting, paper);
create index note_shared on note (meeting, shared);

-- Operations that were answered, the newest ones of each stream: which note each made, and in which version.
create table note_op (
  meeting  varchar(40)  not null,
  person   varchar(40)  not null,
  op       uuid         not null,
  serial   bigint       not null,
  note     uuid         not null,
  version  bigint       not null,
  primary key (person, meeting, op)
);
create index note_op_serial on note_op (person, meeting, serial);
