-- Rules of bodies that were written before substitutes could be allowed: none are.

update body_rules set rules = replace(rules, '"practice":{', '"practice":{"substitutes":"NONE",') where rules not like '%"substitutes":%';
