package dmarcreports.store.sql;

/**
 * Statements that are the same in every run, each with its values in the order in which they are
 * given. jOOQ writes them, and is not needed where its text is kept: to begin with, it costs as
 * much as ten reports.
 */
public enum Sql {
  /** The ids of the last report and of its last record. */
  LAST_REPORT,
  LAST_RECORD,
  LAST_RUN,
  LAST_POLICY,
  LAST_EVIDENCE,
  LAST_DISCARD,
  LAST_BLOCK,
  LAST_LAYER,

  COUNT_REPORTS,
  COUNT_EVIDENCES,
  COUNT_DISCARDS,

  INSERT_REPORT,
  INSERT_RECORD,
  INSERT_POLICY,
  INSERT_EVIDENCE,

  /** The ids of runs that have not ended. */
  OPEN_RUNS,
  /** Run. */
  GIVE_RUN_UP,
  /** Run, start, version. */
  BEGIN_RUN,
  /** End, duplicates, run. */
  END_RUN,
  /** The columns of a ledger, run. */
  KEEP_RUN,

  /** The ids of the policies of a hash. */
  POLICIES_OF_HASH,
  /** The content hashes of the reports of a key. */
  CONTENTS_OF_KEY,
  /** The ids of the reports of a key. */
  REPORTS_OF_KEY,
  /** The ids of the policies of the reports of a document. */
  POLICIES_OF_DOCUMENT,
  /** Report, key: its content hash. */
  CONTENT_IF_KEY,
  /** Report, key: its id. */
  REPORT_IF_KEY,
  /** Report, document: the id of its policy. */
  POLICY_IF_DOCUMENT,
  /** Evidence, hash: its id. */
  EVIDENCE_IF_HASH,
  /** Policy. */
  DOMAIN_OF_POLICY,
  DOMAINS,

  /** The id that they follow on, how many: ids and both hashes. */
  HASHES_OF_REPORTS,
  /** The id that they follow on, how many: ids and hashes. */
  HASHES_OF_EVIDENCES,
  /** The last id: ids and hashes that there are. */
  KEYS_TO,
  DOCUMENTS_TO,
  EVIDENCES_TO,
  /** Kind. */
  LAYERS,
  /** Block. */
  BLOCK,
  /** Id, entries. */
  INSERT_BLOCK,
  /** Id, kind, last id, entries, first block, firsts. */
  INSERT_LAYER,
  /** Layer. */
  REMOVE_LAYER,
  /** First block, last block. */
  REMOVE_BLOCKS,

  /** The places of all that was discarded. */
  PLACES,
  /** Place, member: what was discarded of it. */
  DISCARD_AT,
  /** Place, member, run: the same of what that run was given. */
  DISCARD_PIPED,
  /** Id, run, last run, input, member, place, reason, detail. */
  INSERT_DISCARD,
  /** Run, last run, input, reason, detail, id. */
  DISCARD_AGAIN,
  /** How many: the ids of those that were not seen for longest. */
  OLDEST_DISCARDS,
  /** Id. */
  FORGET_DISCARD,
  /** Place, run: what runs before it discarded there is in order. */
  SETTLE_DISCARDS,
  /** The new place, the old one. */
  MOVE_DISCARDS,
  /** How many: the first, by input and member, each with the start of its last run. */
  DISCARDS,

  /** All columns of all policies. */
  POLICIES,
  NEWEST_DAY,
  /** Run: what is told of the reports that count, of runs after that one. */
  HEADS,
  /** What an observation takes of each record. */
  RECORDS,
  EVIDENCES,
  /** Run: those of the records of runs after that one. */
  EVIDENCES_AFTER,
  /** All that DNS has answered. */
  LOOKUPS,
  /** Name, type: what DNS has answered of that. */
  LOOKUPS_OF,

  LAST_ANNOUNCEMENT,
  LAST_DIGEST,
  LAST_DELIVERY,
  /** All that digests have told. */
  ANNOUNCEMENTS,
  /** Id, kind, domain, name, state, since. */
  INSERT_ANNOUNCEMENT,
  /** Id. */
  FORGET_ANNOUNCEMENT,
  /** Of all scopes the newest run that was told. */
  DIGESTS,
  /** Run, scope. */
  DIGEST_AGAIN,
  /** Id, scope, run. */
  INSERT_DIGEST,
  /** Run, whether in conflict: how many reports came after it. */
  COUNT_ARRIVED,
  /** Run: why something was discarded after it. */
  REASONS_AFTER,
  /** Reporters and the days of their reports that do not lie in the future. */
  REPORTER_DAYS,
  /** Id, receiver, topic, name, when it was made, whether it is being sent, subject, body, HTML. */
  INSERT_DELIVERY,
  /** Receiver: what waits for it, in the columns of {@link #INSERT_DELIVERY}. */
  DELIVERIES_TO,
  /** Whether it is being sent, id, name. */
  SENDING,
  /** Id, name. */
  ACCEPTED,
  /** Second: what was made before it. */
  FORGET_DELIVERIES
}
