-- Rules of bodies that were written before they could say how many people a secret vote needs: as many as everywhere until then.

alter table body_rules alter column rules set data type varchar(21000);

update body_rules set rules = replace(rules, '"practice":{', '"practice":{"secrecy":{"few":10,"fewest":3},') where rules not like '%"secrecy":%';
