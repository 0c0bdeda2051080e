-- Which bodies a code and the session it opens reach: ids with blanks between them, null for every body. What was issued before
-- says nothing of it and ends here; the tablets ask for new codes.

alter table sign_in_code add column reach varchar(100000);
alter table sign_in_session add column reach varchar(100000);
delete from sign_in_code where used_ms is null;
delete from sign_in_session where manner = 'CODE';
