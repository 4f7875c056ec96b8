-- What the digests of nightly have announced, so that each of them says only what is new.

alter table runs add column duplicates bigint default 0 not null;

-- kind: domain, source_group, action or quiet_reporter. name: the domain, the group, the action's
-- code and target, the reporter. state: that of the action. since: the day that it holds from; of a
-- reporter, the newest day that it reported about.
create table announcements (
  id int not null primary key,
  kind varchar(16) not null,
  domain varchar(253),
  name varchar(65536) not null,
  state varchar(8),
  since date not null
);

-- The newest digest about each choice of domains: sorted, with blanks between; empty for all of
-- them. run_id: the newest run of ingest that it told of.
create table digests (
  id int not null primary key,
  scope varchar(1000000) not null,
  run_id int not null
);
