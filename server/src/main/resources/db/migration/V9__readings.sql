-- Who has opened which paper and when, for bodies that have chosen to keep it (product D11). Not part of the meeting's journal.

create table reading (
    meeting   varchar(40) not null,
    paper     varchar(40) not null,
    person    varchar(40) not null,
    first_ms  bigint      not null,
    last_ms   bigint      not null,
    pages     integer     not null,
    primary key (meeting, paper, person)
);

create table body_with_readings (
    body  varchar(40) primary key references body (id)
);
