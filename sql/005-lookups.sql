-- What DNS has answered, so that findings say what is published without asking anybody. One row for
-- each answer, from the first look-up that got it to the last; an answer that comes again after
-- another one has a row of its own.

-- name: as in a master file, a byte that cannot be printed as \DDD. type: of the records that were wanted. outcome: found, no_name, no_data, or why it cannot be told.
-- aliases, records: lists of [owner, type, what it says, ...]. server: who gave the answer last.
create table lookups (
  id int not null primary key,
  name varchar(1012) not null,
  type varchar(5) not null,
  outcome varchar(11) not null,
  aliases varchar(1000000),
  records varchar(1000000),
  server varchar(300) not null,
  first_second bigint not null,
  last_second bigint not null
);
create index lookups_name on lookups (name);
