-- Where the rows of a hash are found. It is derived from reports and evidences, whose ids are never
-- used again: what it lacks is read from the rows beyond its last id.
--
-- From here on for H2 alone: where many write, unique indexes stand for all of this.

alter table evidences drop constraint evidences_hash;
alter table reports drop constraint reports_key;
drop index reports_document;

-- A layer has the hashes of all rows that came after those of the layer before it, sorted.
-- kind: key, document, evidence. last_id: of the last row. entries: how many there are, in the
-- blocks from first_block on. firsts: the first eight bytes of the first hash of each block.
create table hash_layers (
  id int not null primary key,
  kind varchar(8) not null,
  last_id int not null,
  entries int not null,
  first_block int not null,
  firsts varbinary(1000000) not null
);

-- entries: the first eight bytes of some thousand hashes, and then the ids of their rows.
create table hash_blocks (
  id int not null primary key,
  entries varbinary(100000) not null
);
