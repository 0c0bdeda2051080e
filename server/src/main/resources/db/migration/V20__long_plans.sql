-- A run's plan, its certificate and the hashes of what went are as long as they have to be (RetentionKeeper bounds a run).
alter table retention_run alter column plan set data type clob;
alter table retention_run alter column certificate set data type clob;
alter table retention_gone alter column hashes set data type clob;
