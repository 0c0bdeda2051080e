-- What a body has chosen for its dossiers and for how long what is kept (docs/retention.md), as JSON whose form is not known here.
create table body_archive (
  body       varchar(40)    not null primary key,
  dossier    varchar(4000),
  retention  varchar(4000)
);

-- One carrying out of a body's rules of retention: planned, and with a certificate once all of it is done.
create table retention_run (
  id           varchar(40)     not null primary key,
  body         varchar(40)     not null,
  person       varchar(40)     not null,
  at_ms        bigint          not null,
  plan         varchar(400000) not null,
  certificate  varchar(400000)
);
create index retention_run_body on retention_run (body, at_ms);

-- What went, by run, meeting and rule; written in the transaction in which it goes, so that nothing is counted twice.
create table retention_gone (
  run      varchar(40)     not null,
  meeting  varchar(40)     not null,
  rule     varchar(20)     not null,
  many     bigint          not null,
  hashes   varchar(200000) not null,
  primary key (run, meeting, rule)
);
