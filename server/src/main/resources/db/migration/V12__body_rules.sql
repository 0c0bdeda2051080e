-- The rules of votes of a body that has written its own, as JSON (vn.nghisu.meeting.franchise.BodyRules); others go by their template.

create table body_rules (
    body   varchar(40) primary key references body (id),
    rules  varchar(20000) not null
);
