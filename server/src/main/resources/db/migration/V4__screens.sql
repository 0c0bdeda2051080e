-- Keys of room screens: a screen shows the meetings of one body. Keys are stored hashed.

create table screen_key (
    key_hash   varchar(64) primary key,
    body       varchar(40) not null references body (id),
    issued_by  varchar(40) not null,
    issued_ms  bigint      not null
);
create index screen_key_body on screen_key (body);
