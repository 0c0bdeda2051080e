-- Persons, the bodies they sit in, and how they sign in. Times are milliseconds since 1970 (UTC). Secrets are stored hashed.

create table person (
    id            varchar(40)  primary key,
    name          varchar(200) not null,
    title         varchar(200) not null,
    unit          varchar(200) not null,
    email         varchar(254),
    sign_in_name  varchar(64)  not null unique,
    system_role   varchar(20)  not null,
    language      varchar(2)   not null,
    active        boolean      not null
);

create table body (
    id      varchar(40)    primary key,
    name    varchar(200)   not null,
    parent  varchar(200)   not null,
    place   varchar(200)   not null,
    rules   varchar(20000) not null
);

create table membership (
    body        varchar(40) not null references body (id),
    person      varchar(40) not null references person (id),
    role        varchar(20) not null,
    list_order  integer     not null,
    votes       boolean     not null,
    primary key (body, person)
);

create table credential (
    person      varchar(40)  primary key references person (id),
    password    varchar(300) not null,
    changed_ms  bigint       not null
);

create table sign_in_session (
    id            varchar(40)  primary key,
    token_hash    varchar(64)  not null unique,
    person        varchar(40)  not null references person (id),
    manner        varchar(20)  not null,
    meeting       varchar(40),
    device        varchar(200) not null,
    opened_ms     bigint       not null,
    last_seen_ms  bigint       not null
);

create table sign_in_code (
    long_hash   varchar(64) primary key,
    short_hash  varchar(64) not null unique,
    person      varchar(40) not null references person (id),
    meeting     varchar(40),
    issued_by   varchar(40) not null,
    issued_ms   bigint      not null,
    expires_ms  bigint      not null,
    used_ms     bigint
);
create index sign_in_code_person on sign_in_code (person);
