LAST_REPORT: select "REPORTS"."ID", "REPORTS"."LAST_RECORD" from "REPORTS" order by "REPORTS"."ID" desc fetch next 1 rows only
LAST_RECORD: select max("RECORDS"."ID") from "RECORDS"
LAST_RUN: select max("RUNS"."ID") from "RUNS"
LAST_POLICY: select max("POLICIES"."ID") from "POLICIES"
LAST_EVIDENCE: select max("EVIDENCES"."ID") from "EVIDENCES"
LAST_DISCARD: select max("DISCARDS"."ID") from "DISCARDS"
LAST_BLOCK: select max("HASH_BLOCKS"."ID") from "HASH_BLOCKS"
LAST_LAYER: select max("HASH_LAYERS"."ID") from "HASH_LAYERS"
COUNT_REPORTS: select count(*) from "REPORTS"
COUNT_EVIDENCES: select count(*) from "EVIDENCES"
COUNT_DISCARDS: select count(*) from "DISCARDS"
INSERT_REPORT: insert into "REPORTS" ("ID", "KEY_HASH", "CONTENT_HASH", "CONFLICT", "POLICY_ID", "REPORTER", "ORG_NAME", "EMAIL", "EXTRA_CONTACT_INFO", "REPORT_ID", "VERSION", "FORMAT", "GENERATOR", "ERRORS", "BEGIN_SECOND", "END_SECOND", "WINDOW_BEGIN", "WINDOW_END", "REPORT_DAY", "LATE", "DEVIATIONS", "DEVIATION_COUNT", "INPUT", "MEMBER", "RUN_ID", "FIRST_RECORD", "RECORD_COUNT", "MESSAGE_COUNT", "LAST_RECORD", "MAIL_FROM", "MAIL_DATE", "MAIL_MESSAGE_ID", "MAIL_AUTHENTICATION", "DOCUMENT_HASH") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
INSERT_RECORD: insert into "RECORDS" ("ID", "REPORT_ID", "SOURCE", "EVIDENCE_ID", "MESSAGES") values (?, ?, ?, ?, ?)
INSERT_POLICY: insert into "POLICIES" ("ID", "HASH", "DOMAIN", "P", "SP", "NP", "ADKIM", "ASPF", "PCT", "FO", "TESTING", "DISCOVERY_METHOD") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
INSERT_EVIDENCE: insert into "EVIDENCES" ("ID", "HASH", "POLICY_ID", "HEADER_FROM", "ENVELOPE_FROM", "NULL_SENDER", "ENVELOPE_TO", "DISPOSITION", "EVALUATED_DKIM", "EVALUATED_SPF", "REASONS", "DKIM", "SPF", "DEVIATIONS") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
OPEN_RUNS: select "RUNS"."ID" from "RUNS" where "RUNS"."ENDED" is null
GIVE_RUN_UP: update "RUNS" set "RUNS"."ENDED" = "RUNS"."STARTED", "RUNS"."UNFINISHED" = true where "RUNS"."ID" = cast(? as int)
BEGIN_RUN: insert into "RUNS" ("ID", "STARTED", "VERSION") values (?, ?, ?)
END_RUN: update "RUNS" set "RUNS"."ENDED" = ?, "RUNS"."UNFINISHED" = false, "RUNS"."DUPLICATES" = ? where "RUNS"."ID" = cast(? as int)
KEEP_RUN: update "RUNS" set "RUNS"."INPUTS" = ?, "RUNS"."NOT_REPORTS" = ?, "RUNS"."UNREADABLE" = ?, "RUNS"."STORED" = ?, "RUNS"."CONFLICTS" = ?, "RUNS"."DISCARDED" = ?, "RUNS"."RECORDS" = ?, "RUNS"."MESSAGES" = ? where "RUNS"."ID" = cast(? as int)
POLICIES_OF_HASH: select "POLICIES"."ID" from "POLICIES" where "POLICIES"."HASH" = cast(? as binary(16))
CONTENTS_OF_KEY: select "REPORTS"."CONTENT_HASH" from "REPORTS" where "REPORTS"."KEY_HASH" = cast(? as binary(16))
REPORTS_OF_KEY: select "REPORTS"."ID" from "REPORTS" where "REPORTS"."KEY_HASH" = cast(? as binary(16))
POLICIES_OF_DOCUMENT: select "REPORTS"."POLICY_ID" from "REPORTS" where "REPORTS"."DOCUMENT_HASH" = cast(? as binary(16))
CONTENT_IF_KEY: select "REPORTS"."CONTENT_HASH" from "REPORTS" where ("REPORTS"."ID" = cast(? as int) and "REPORTS"."KEY_HASH" = cast(? as binary(16)))
REPORT_IF_KEY: select "REPORTS"."ID" from "REPORTS" where ("REPORTS"."ID" = cast(? as int) and "REPORTS"."KEY_HASH" = cast(? as binary(16)))
POLICY_IF_DOCUMENT: select "REPORTS"."POLICY_ID" from "REPORTS" where ("REPORTS"."ID" = cast(? as int) and "REPORTS"."DOCUMENT_HASH" = cast(? as binary(16)))
EVIDENCE_IF_HASH: select "EVIDENCES"."ID" from "EVIDENCES" where ("EVIDENCES"."ID" = cast(? as int) and "EVIDENCES"."HASH" = cast(? as binary(16)))
DOMAIN_OF_POLICY: select "POLICIES"."DOMAIN" from "POLICIES" where "POLICIES"."ID" = cast(? as int)
DOMAINS: select distinct "POLICIES"."DOMAIN" from "POLICIES"
HASHES_OF_REPORTS: select "REPORTS"."ID", "REPORTS"."KEY_HASH", "REPORTS"."DOCUMENT_HASH" from "REPORTS" where "REPORTS"."ID" > cast(? as int) order by "REPORTS"."ID" fetch next ? rows only
HASHES_OF_EVIDENCES: select "EVIDENCES"."ID", "EVIDENCES"."HASH" from "EVIDENCES" where "EVIDENCES"."ID" > cast(? as int) order by "EVIDENCES"."ID" fetch next ? rows only
KEYS_TO: select "REPORTS"."ID", "REPORTS"."KEY_HASH" from "REPORTS" where ("REPORTS"."ID" <= cast(? as int) and "REPORTS"."KEY_HASH" is not null)
DOCUMENTS_TO: select "REPORTS"."ID", "REPORTS"."DOCUMENT_HASH" from "REPORTS" where ("REPORTS"."ID" <= cast(? as int) and "REPORTS"."DOCUMENT_HASH" is not null)
EVIDENCES_TO: select "EVIDENCES"."ID", "EVIDENCES"."HASH" from "EVIDENCES" where ("EVIDENCES"."ID" <= cast(? as int) and "EVIDENCES"."HASH" is not null)
LAYERS: select "HASH_LAYERS"."ID", "HASH_LAYERS"."LAST_ID", "HASH_LAYERS"."ENTRIES", "HASH_LAYERS"."FIRST_BLOCK", "HASH_LAYERS"."FIRSTS" from "HASH_LAYERS" where "HASH_LAYERS"."KIND" = cast(? as varchar(8)) order by "HASH_LAYERS"."ID"
BLOCK: select "HASH_BLOCKS"."ENTRIES" from "HASH_BLOCKS" where "HASH_BLOCKS"."ID" = cast(? as int)
INSERT_BLOCK: insert into "HASH_BLOCKS" ("ID", "ENTRIES") values (?, ?)
INSERT_LAYER: insert into "HASH_LAYERS" ("ID", "KIND", "LAST_ID", "ENTRIES", "FIRST_BLOCK", "FIRSTS") values (?, ?, ?, ?, ?, ?)
REMOVE_LAYER: delete from "HASH_LAYERS" where "HASH_LAYERS"."ID" = cast(? as int)
REMOVE_BLOCKS: delete from "HASH_BLOCKS" where "HASH_BLOCKS"."ID" between cast(? as int) and cast(? as int)
PLACES: select "DISCARDS"."PLACE" from "DISCARDS"
DISCARD_AT: select "DISCARDS"."ID", "DISCARDS"."RUN_ID", "DISCARDS"."REASON", "DISCARDS"."DETAIL" from "DISCARDS" where ("DISCARDS"."PLACE" = cast(? as varchar(1000000)) and "DISCARDS"."MEMBER" is not distinct from cast(? as varchar(1000000))) fetch next 1 rows only
DISCARD_PIPED: select "DISCARDS"."ID", "DISCARDS"."RUN_ID", "DISCARDS"."REASON", "DISCARDS"."DETAIL" from "DISCARDS" where ("DISCARDS"."PLACE" = cast(? as varchar(1000000)) and "DISCARDS"."MEMBER" is not distinct from cast(? as varchar(1000000)) and "DISCARDS"."LAST_RUN_ID" = cast(? as int)) fetch next 1 rows only
INSERT_DISCARD: insert into "DISCARDS" ("ID", "RUN_ID", "LAST_RUN_ID", "INPUT", "MEMBER", "PLACE", "REASON", "DETAIL") values (?, ?, ?, ?, ?, ?, ?, ?)
DISCARD_AGAIN: update "DISCARDS" set "DISCARDS"."RUN_ID" = ?, "DISCARDS"."LAST_RUN_ID" = ?, "DISCARDS"."INPUT" = ?, "DISCARDS"."REASON" = ?, "DISCARDS"."DETAIL" = ? where "DISCARDS"."ID" = cast(? as int)
OLDEST_DISCARDS: select "DISCARDS"."ID" from "DISCARDS" order by "DISCARDS"."LAST_RUN_ID", "DISCARDS"."ID" fetch next ? rows only
FORGET_DISCARD: delete from "DISCARDS" where "DISCARDS"."ID" = cast(? as int)
SETTLE_DISCARDS: delete from "DISCARDS" where ("DISCARDS"."PLACE" = cast(? as varchar(1000000)) and "DISCARDS"."LAST_RUN_ID" < cast(? as int))
MOVE_DISCARDS: update "DISCARDS" set "DISCARDS"."PLACE" = ? where "DISCARDS"."PLACE" = cast(? as varchar(1000000))
DISCARDS: select "RUNS"."STARTED", "DISCARDS"."INPUT", "DISCARDS"."MEMBER", "DISCARDS"."REASON", "DISCARDS"."DETAIL", "DISCARDS"."PLACE" from "DISCARDS" join "RUNS" on "RUNS"."ID" = "DISCARDS"."LAST_RUN_ID" order by "DISCARDS"."INPUT", "DISCARDS"."MEMBER" asc nulls first, "DISCARDS"."PLACE", "DISCARDS"."ID" fetch next ? rows only
POLICIES: select "POLICIES"."ID", "POLICIES"."HASH", "POLICIES"."DOMAIN", "POLICIES"."P", "POLICIES"."SP", "POLICIES"."NP", "POLICIES"."ADKIM", "POLICIES"."ASPF", "POLICIES"."PCT", "POLICIES"."FO", "POLICIES"."TESTING", "POLICIES"."DISCOVERY_METHOD" from "POLICIES"
NEWEST_DAY: select max("REPORTS"."REPORT_DAY") from "REPORTS" where ("REPORTS"."CONFLICT" = false and "REPORTS"."LATE" = false)
HEADS: select "REPORTS"."ID", "REPORTS"."REPORT_DAY", "REPORTS"."REPORTER", "REPORTS"."POLICY_ID", "REPORTS"."LATE", "REPORTS"."WINDOW_END", "REPORTS"."REPORT_ID", "REPORTS"."KEY_HASH", "REPORTS"."FORMAT", "REPORTS"."MESSAGE_COUNT", "REPORTS"."DEVIATION_COUNT" from "REPORTS" where ("REPORTS"."CONFLICT" = false and "REPORTS"."RUN_ID" > cast(? as int))
RECORDS: select "RECORDS"."REPORT_ID", "RECORDS"."SOURCE", "RECORDS"."EVIDENCE_ID", "RECORDS"."MESSAGES" from "RECORDS"
EVIDENCES: select "EVIDENCES"."ID", "EVIDENCES"."POLICY_ID", "EVIDENCES"."HEADER_FROM", "EVIDENCES"."ENVELOPE_FROM", "EVIDENCES"."NULL_SENDER", "EVIDENCES"."ENVELOPE_TO", "EVIDENCES"."DISPOSITION", "EVIDENCES"."EVALUATED_DKIM", "EVIDENCES"."EVALUATED_SPF", "EVIDENCES"."REASONS", "EVIDENCES"."DKIM", "EVIDENCES"."SPF", "EVIDENCES"."DEVIATIONS" from "EVIDENCES"
EVIDENCES_AFTER: select "EVIDENCES"."ID", "EVIDENCES"."POLICY_ID", "EVIDENCES"."HEADER_FROM", "EVIDENCES"."ENVELOPE_FROM", "EVIDENCES"."NULL_SENDER", "EVIDENCES"."ENVELOPE_TO", "EVIDENCES"."DISPOSITION", "EVIDENCES"."EVALUATED_DKIM", "EVIDENCES"."EVALUATED_SPF", "EVIDENCES"."REASONS", "EVIDENCES"."DKIM", "EVIDENCES"."SPF", "EVIDENCES"."DEVIATIONS" from "EVIDENCES" where "EVIDENCES"."ID" in (select "RECORDS"."EVIDENCE_ID" from "RECORDS" join "REPORTS" on "REPORTS"."ID" = "RECORDS"."REPORT_ID" where "REPORTS"."RUN_ID" > cast(? as int))
LOOKUPS: select "LOOKUPS"."ID", "LOOKUPS"."NAME", "LOOKUPS"."TYPE", "LOOKUPS"."OUTCOME", "LOOKUPS"."ALIASES", "LOOKUPS"."RECORDS", "LOOKUPS"."SERVER", "LOOKUPS"."FIRST_SECOND", "LOOKUPS"."LAST_SECOND" from "LOOKUPS" order by "LOOKUPS"."ID"
LOOKUPS_OF: select "LOOKUPS"."ID", "LOOKUPS"."NAME", "LOOKUPS"."TYPE", "LOOKUPS"."OUTCOME", "LOOKUPS"."ALIASES", "LOOKUPS"."RECORDS", "LOOKUPS"."SERVER", "LOOKUPS"."FIRST_SECOND", "LOOKUPS"."LAST_SECOND" from "LOOKUPS" where ("LOOKUPS"."NAME" = cast(? as varchar(1012)) and "LOOKUPS"."TYPE" = cast(? as varchar(5))) order by "LOOKUPS"."ID"
LAST_ANNOUNCEMENT: select max("ANNOUNCEMENTS"."ID") from "ANNOUNCEMENTS"
LAST_DIGEST: select max("DIGESTS"."ID") from "DIGESTS"
LAST_DELIVERY: select max("DELIVERIES"."ID") from "DELIVERIES"
ANNOUNCEMENTS: select "ANNOUNCEMENTS"."ID", "ANNOUNCEMENTS"."KIND", "ANNOUNCEMENTS"."DOMAIN", "ANNOUNCEMENTS"."NAME", "ANNOUNCEMENTS"."STATE", "ANNOUNCEMENTS"."SINCE" from "ANNOUNCEMENTS"
INSERT_ANNOUNCEMENT: insert into "ANNOUNCEMENTS" ("ID", "KIND", "DOMAIN", "NAME", "STATE", "SINCE") values (?, ?, ?, ?, ?, ?)
FORGET_ANNOUNCEMENT: delete from "ANNOUNCEMENTS" where "ANNOUNCEMENTS"."ID" = cast(? as int)
DIGESTS: select "DIGESTS"."SCOPE", "DIGESTS"."RUN_ID" from "DIGESTS"
DIGEST_AGAIN: update "DIGESTS" set "DIGESTS"."RUN_ID" = ? where "DIGESTS"."SCOPE" = cast(? as varchar(1000000))
INSERT_DIGEST: insert into "DIGESTS" ("ID", "SCOPE", "RUN_ID") values (?, ?, ?)
COUNT_ARRIVED: select count(*) from "REPORTS" where ("REPORTS"."RUN_ID" > cast(? as int) and "REPORTS"."CONFLICT" = cast(? as boolean))
REASONS_AFTER: select "DISCARDS"."REASON" from "DISCARDS" where "DISCARDS"."RUN_ID" > cast(? as int)
REPORTER_DAYS: select distinct "REPORTS"."REPORTER", "REPORTS"."REPORT_DAY" from "REPORTS" where ("REPORTS"."CONFLICT" = false and "REPORTS"."LATE" = false) order by "REPORTS"."REPORTER", "REPORTS"."REPORT_DAY"
INSERT_DELIVERY: insert into "DELIVERIES" ("ID", "RECEIVER", "TOPIC", "NAME", "MADE_SECOND", "SENDING", "SUBJECT", "BODY", "HTML") values (?, ?, ?, ?, ?, ?, ?, ?, ?)
DELIVERIES_TO: select "DELIVERIES"."ID", "DELIVERIES"."RECEIVER", "DELIVERIES"."TOPIC", "DELIVERIES"."NAME", "DELIVERIES"."MADE_SECOND", "DELIVERIES"."SENDING", "DELIVERIES"."SUBJECT", "DELIVERIES"."BODY", "DELIVERIES"."HTML" from "DELIVERIES" where "DELIVERIES"."RECEIVER" = cast(? as varchar(1000)) order by "DELIVERIES"."ID"
SENDING: update "DELIVERIES" set "DELIVERIES"."SENDING" = ? where ("DELIVERIES"."ID" = cast(? as int) and "DELIVERIES"."NAME" = cast(? as varchar(36)))
ACCEPTED: delete from "DELIVERIES" where ("DELIVERIES"."ID" = cast(? as int) and "DELIVERIES"."NAME" = cast(? as varchar(36)))
FORGET_DELIVERIES: delete from "DELIVERIES" where "DELIVERIES"."MADE_SECOND" < cast(? as bigint)
