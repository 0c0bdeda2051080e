-- Indicators of a body's programme with their values; a corrected value is a newer row, nothing is written over (product M7).

create table indicator (
    id        varchar(40)  primary key,
    body      varchar(40)  not null references body (id),
    code      varchar(40)  not null,
    name      varchar(300) not null,
    unit      varchar(60)  not null,
    target    numeric(21, 6),
    better    varchar(10)  not null,
    kind      varchar(20)  not null,
    place     integer      not null,
    in_use    boolean      not null,
    unique (body, code)
);

create table indicator_value (
    serial    bigint generated always as identity primary key,
    indicator varchar(40)   not null references indicator (id),
    period    varchar(10)   not null,
    amount    numeric(21, 6),
    note      varchar(1000) not null,
    source    varchar(10)   not null,
    by_name   varchar(300)  not null,
    at_ms     bigint        not null
);

create index indicator_value_of on indicator_value (indicator, period, serial);

create table indicator_token (
    token_hash   varchar(64)  primary key,
    id           varchar(40)  not null unique,
    body         varchar(40)  not null references body (id),
    name         varchar(200) not null,
    issued_by    varchar(300) not null,
    issued_ms    bigint       not null,
    last_used_ms bigint
);
