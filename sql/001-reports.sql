-- Evidence is stored once. A record is (report, source, evidence, messages); everything that repeats
-- from record to record is one row of evidences, everything that repeats from report to report one
-- row of policies.

-- Policies that reporters say were published (RFC 9990, policy_published).
create table policies (
  id int not null primary key,
  hash binary(16) not null,
  domain varchar(253) not null,
  p varchar(10),
  sp varchar(10),
  np varchar(10),
  adkim varchar(7),
  aspf varchar(7),
  pct smallint,
  fo varchar(1024),
  testing boolean,
  discovery_method varchar(8),
  constraint policies_hash unique (hash)
);

-- What a record says of its messages but their source and number. Lists are JSON arrays.
create table evidences (
  id int not null primary key,
  hash binary(16) not null,
  policy_id int not null,
  header_from varchar(253),
  envelope_from varchar(253),
  null_sender boolean not null,
  envelope_to varchar(253),
  disposition varchar(10),
  evaluated_dkim varchar(4),
  evaluated_spf varchar(4),
  reasons varchar(1000000),
  dkim varchar(1000000),
  spf varchar(1000000),
  deviations varchar(1000000),
  constraint evidences_hash unique (hash)
);

-- One row for each document that was stored. conflict: same key as an earlier one, other content;
-- kept, never counted. begin and end are the reported epoch seconds, window_begin and window_end
-- those that the analysis goes by; late: the window begins in the future.
create table reports (
  id int not null primary key,
  key_hash binary(16) not null,
  content_hash binary(16) not null,
  conflict boolean not null,
  policy_id int not null,
  reporter varchar(65536) not null,
  org_name varchar(65536) not null,
  email varchar(65536),
  extra_contact_info varchar(65536),
  report_id varchar(65536) not null,
  version varchar(65536),
  format varchar(8) not null,
  generator varchar(65536),
  errors varchar(1000000),
  begin_second bigint,
  end_second bigint,
  window_begin bigint not null,
  window_end bigint not null,
  report_day date not null,
  late boolean not null,
  deviations varchar(1000000),
  deviation_count bigint not null,
  input varchar(1000000) not null,
  member varchar(1000000),
  run_id int not null,
  first_record bigint not null,
  record_count bigint not null,
  message_count bigint not null,
  constraint reports_key unique (key_hash, content_hash)
);

-- source: 4 or 16 bytes, empty where the reporter named no address.
create table records (
  id bigint not null primary key,
  report_id int not null,
  source varbinary(16) not null,
  evidence_id int not null,
  messages bigint not null
);

-- Runs of ingest; ended is null while one is going on, or when it did not come to its end.
create table runs (
  id int not null primary key,
  started timestamp(0) with time zone not null,
  ended timestamp(0) with time zone,
  version varchar(100) not null
);

-- What a run discarded, and why.
create table discards (
  id int not null primary key,
  run_id int not null,
  input varchar(1000000) not null,
  member varchar(1000000),
  reason varchar(20) not null,
  detail varchar(1000000) not null
);
