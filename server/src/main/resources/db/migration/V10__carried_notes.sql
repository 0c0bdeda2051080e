-- Copies that the server made of notes on a paper's revision count apart, so that revisions take no room away from new notes. The counts
-- of a stream's notes are of all of them; these say how many of those are copies.
alter table note_stream add column carried_live integer default 0 not null;
alter table note_stream add column carried_ids integer default 0 not null;
alter table note_stream add column carried_chars bigint default 0 not null;

-- a quotation mark inside a text has a backslash before it, so nothing that somebody wrote is taken for the field's name
update note_stream s set
  carried_live = (select count(*) from note n where n.person = s.person and n.meeting = s.meeting and n.note like '%"carried":{%'),
  carried_chars = (select coalesce(sum(char_length(n.note)), 0) from note n where n.person = s.person and n.meeting = s.meeting and n.note like '%"carried":{%');
update note_stream set carried_ids = carried_live;
