-- What a run came to, where a report came from, and what is still discarded.

-- The ledger of a run; null where it came to no end, or before there was any.
alter table runs add column inputs bigint;
alter table runs add column not_reports bigint;
alter table runs add column unreadable bigint;
alter table runs add column stored bigint;
alter table runs add column conflicts bigint;
alter table runs add column discarded bigint;
alter table runs add column records bigint;
alter table runs add column messages bigint;
alter table runs add column unfinished boolean default false not null;

-- Records that were purged leave gaps between the first and the last.
alter table reports add column last_record bigint default 0 not null;
update reports set last_record = first_record + record_count - 1;

-- Header fields of the mail that carried the report, as they stood there. No proof of anything.
alter table reports add column mail_from varchar(1024);
alter table reports add column mail_date varchar(1024);
alter table reports add column mail_message_id varchar(1024);
alter table reports add column mail_authentication varchar(1024);

-- What stands for the bytes of the document; null where its report needed more than them, or they
-- were too many. A document of the same bytes need not be parsed.
alter table reports add column document_hash binary(16);
create index reports_document on reports (document_hash);

-- One row for each place and member. place: the absolute path of the file where it now lies.
-- run_id: the run that found this first; last_run_id: the one that found it last.
alter table discards add column place varchar(1000000);
alter table discards add column last_run_id int default 0 not null;
update discards set place = input, last_run_id = run_id;
delete from discards where id not in
  (select least_id from (select min(id) as least_id from discards group by input, member) as firsts);
alter table discards alter column place set not null;
create index discards_place on discards (place);
