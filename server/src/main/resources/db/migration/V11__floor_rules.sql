-- A body's rules of the floor, with which its meetings start; 0 for no limit.

create table body_floor (
    body                  varchar(40) primary key references body (id),
    discussion_first      integer not null,
    discussion_later      integer not null,
    question_first        integer not null,
    question_later        integer not null,
    reply_first           integer not null,
    reply_later           integer not null,
    point_of_order_first  integer not null,
    point_of_order_later  integer not null,
    turns_per_item        integer not null,
    item_minutes          integer not null,
    warn_seconds          integer not null
);
