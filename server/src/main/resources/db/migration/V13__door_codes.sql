-- Personal codes by which people are checked in at the door of one meeting, and the devices at the door.

create table door_code (
    long_hash    varchar(64) primary key,
    short_hash   varchar(64) not null unique,
    meeting      varchar(40) not null,
    person       varchar(40) not null,
    issued_by    varchar(40) not null,
    issued_ms    bigint      not null,
    withdrawn_ms bigint
);
create index door_code_person on door_code (meeting, person);

create table reception_key (
    key_hash      varchar(64) primary key,
    body          varchar(40) not null references body (id),
    issued_by     varchar(40) not null,
    issued_ms     bigint      not null,
    last_seen_ms  bigint
);
