-- The meeting from which new ones of a body start, when one is named (docs/decisions/0005-template-is-a-meeting.md).

create table body_template (
    body     varchar(40) primary key references body (id),
    meeting  varchar(40) not null
);
