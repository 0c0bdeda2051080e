-- Numbers of official papers: one series a body, year and type code (Decree 30/2020/NĐ-CP, Art. 15). A paper keeps the number that it has taken.

create table paper_number (
    body      varchar(40) not null references body (id),
    in_year   integer not null,
    code      varchar(10) not null,
    ordinal   integer not null,
    meeting   varchar(60) not null,
    document  varchar(40) not null,
    taken_at  bigint not null,
    primary key (body, in_year, code, ordinal),
    unique (meeting, document)
);

-- What stands at the head and foot of a body's papers, as JSON (vn.nghisu.web.documents.BodySheet).

create table body_sheet (
    body   varchar(40) primary key references body (id),
    sheet  varchar(20000) not null
);

-- A body's own templates; kinds without a row use those that come with the program.

create table paper_template (
    body      varchar(40) not null references body (id),
    kind      varchar(40) not null,
    template  varchar(200000) not null,
    primary key (body, kind)
);
