-- What is sent to people and programs. It is kept with what a digest has told, in one transaction, so
-- that what was told is never lost on its way, and what was accepted is never sent again.

-- receiver: mailto: and an address, or the host of a webhook and a hash of its URL. topic: the
-- domain that it is about. name: what the receiver knows it by. sending: a run that ended so does not
-- know whether it arrived. What was accepted is here no more.
create table deliveries (
  id int not null primary key,
  receiver varchar(1000) not null,
  topic varchar(253),
  name varchar(36) not null,
  made_second bigint not null,
  sending boolean not null,
  subject varchar(10000) not null,
  body varchar(1000000) not null,
  html varchar(1000000)
);
