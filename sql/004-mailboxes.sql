-- What was read of mailboxes on servers, so that the next run asks for nothing but what is new.

-- name: the URL, without a password. validity: the UIDVALIDITY of an IMAP folder; 0 of all others.
create table mailboxes (
  id int not null primary key,
  name varchar(65536) not null,
  validity bigint not null
);

-- Mails of an IMAP folder that were read, from one UID to another; those between them that are not
-- there are gone. Of two rows about a mail, the later one holds. fate: reports (all are stored),
-- nothing (no report, or one in conflict), discarded.
create table read_uids (
  id bigint not null primary key,
  mailbox_id int not null,
  first_uid bigint not null,
  last_uid bigint not null,
  fate varchar(9) not null
);
create index read_uids_mailbox on read_uids (mailbox_id);

-- What was read of all other mailboxes: hash stands for the mailbox and what its server calls it.
create table read_items (
  id bigint not null primary key,
  mailbox_id int not null,
  hash binary(16) not null,
  fate varchar(9) not null
);
create index read_items_hash on read_items (hash);
create index read_items_mailbox on read_items (mailbox_id);
