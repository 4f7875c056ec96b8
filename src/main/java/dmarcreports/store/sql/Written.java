package dmarcreports.store.sql;

import static dmarcreports.store.tables.Tables.ANNOUNCEMENTS;
import static dmarcreports.store.tables.Tables.DELIVERIES;
import static dmarcreports.store.tables.Tables.DIGESTS;
import static dmarcreports.store.tables.Tables.DISCARDS;
import static dmarcreports.store.tables.Tables.EVIDENCES;
import static dmarcreports.store.tables.Tables.HASH_BLOCKS;
import static dmarcreports.store.tables.Tables.HASH_LAYERS;
import static dmarcreports.store.tables.Tables.POLICIES;
import static dmarcreports.store.tables.Tables.RECORDS;
import static dmarcreports.store.tables.Tables.REPORTS;
import static dmarcreports.store.tables.Tables.RUNS;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.TableField;

/** The statements as jOOQ writes them: typed, and held to the tables by the compiler. */
public final class Written {
  private static final byte[] HASH = {};
  private static final OffsetDateTime TIME = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private final DSLContext db;

  /**
   * @param db of the dialect to write
   */
  public Written(DSLContext db) {
    this.db = db;
  }

  /** The text of a statement, a question mark in the place of each value. */
  public String text(Sql statement) {
    return query(statement).getSQL();
  }

  private Query query(Sql statement) {
    return switch (statement) {
      case LAST_REPORT ->
          db.select(REPORTS.ID, REPORTS.LAST_RECORD)
              .from(REPORTS)
              .orderBy(REPORTS.ID.desc())
              .limit(inline(1));
      case LAST_RECORD -> db.select(max(RECORDS.ID)).from(RECORDS);
      case LAST_RUN -> last(RUNS.ID);
      case LAST_EVIDENCE -> last(EVIDENCES.ID);
      case LAST_POLICY -> last(POLICIES.ID);
      case LAST_DISCARD -> last(DISCARDS.ID);
      case LAST_ANNOUNCEMENT -> last(ANNOUNCEMENTS.ID);
      case LAST_DIGEST -> last(DIGESTS.ID);
      case LAST_DELIVERY -> last(DELIVERIES.ID);
      case LAST_BLOCK -> last(HASH_BLOCKS.ID);
      case LAST_LAYER -> last(HASH_LAYERS.ID);
      case COUNT_REPORTS -> db.selectCount().from(REPORTS);
      case COUNT_EVIDENCES -> db.selectCount().from(EVIDENCES);
      case COUNT_DISCARDS -> db.selectCount().from(DISCARDS);
      case INSERT_REPORT -> insert(REPORTS);
      case INSERT_RECORD -> insert(RECORDS);
      case INSERT_POLICY -> insert(POLICIES);
      case INSERT_EVIDENCE -> insert(EVIDENCES);
      case OPEN_RUNS -> db.select(RUNS.ID).from(RUNS).where(RUNS.ENDED.isNull());
      case GIVE_RUN_UP ->
          db.update(RUNS)
              .set(RUNS.ENDED, RUNS.STARTED)
              .set(RUNS.UNFINISHED, inline(true))
              .where(RUNS.ID.eq(0));
      case BEGIN_RUN ->
          db.insertInto(RUNS).columns(RUNS.ID, RUNS.STARTED, RUNS.VERSION).values(0, TIME, "");
      case END_RUN ->
          db.update(RUNS)
              .set(RUNS.ENDED, TIME)
              .set(RUNS.UNFINISHED, inline(false))
              .set(RUNS.DUPLICATES, 0L)
              .where(RUNS.ID.eq(0));
      case KEEP_RUN ->
          db.update(RUNS)
              .set(RUNS.INPUTS, 0L)
              .set(RUNS.NOT_REPORTS, 0L)
              .set(RUNS.UNREADABLE, 0L)
              .set(RUNS.STORED, 0L)
              .set(RUNS.CONFLICTS, 0L)
              .set(RUNS.DISCARDED, 0L)
              .set(RUNS.RECORDS, 0L)
              .set(RUNS.MESSAGES, 0L)
              .where(RUNS.ID.eq(0));
      case POLICIES_OF_HASH -> byHash(POLICIES.ID, POLICIES.HASH);
      case CONTENTS_OF_KEY -> byHash(REPORTS.CONTENT_HASH, REPORTS.KEY_HASH);
      case REPORTS_OF_KEY -> byHash(REPORTS.ID, REPORTS.KEY_HASH);
      case POLICIES_OF_DOCUMENT -> byHash(REPORTS.POLICY_ID, REPORTS.DOCUMENT_HASH);
      case CONTENT_IF_KEY -> ifHash(REPORTS.CONTENT_HASH, REPORTS.ID, REPORTS.KEY_HASH);
      case REPORT_IF_KEY -> ifHash(REPORTS.ID, REPORTS.ID, REPORTS.KEY_HASH);
      case POLICY_IF_DOCUMENT -> ifHash(REPORTS.POLICY_ID, REPORTS.ID, REPORTS.DOCUMENT_HASH);
      case EVIDENCE_IF_HASH -> ifHash(EVIDENCES.ID, EVIDENCES.ID, EVIDENCES.HASH);
      case DOMAIN_OF_POLICY -> db.select(POLICIES.DOMAIN).from(POLICIES).where(POLICIES.ID.eq(0));
      case DOMAINS -> db.selectDistinct(POLICIES.DOMAIN).from(POLICIES);
      case HASHES_OF_REPORTS -> hashes(REPORTS.ID, REPORTS.KEY_HASH, REPORTS.DOCUMENT_HASH);
      case HASHES_OF_EVIDENCES -> hashes(EVIDENCES.ID, EVIDENCES.HASH);
      case KEYS_TO -> hashesTo(REPORTS.ID, REPORTS.KEY_HASH);
      case DOCUMENTS_TO -> hashesTo(REPORTS.ID, REPORTS.DOCUMENT_HASH);
      case EVIDENCES_TO -> hashesTo(EVIDENCES.ID, EVIDENCES.HASH);
      case LAYERS ->
          db.select(
                  HASH_LAYERS.ID,
                  HASH_LAYERS.LAST_ID,
                  HASH_LAYERS.ENTRIES,
                  HASH_LAYERS.FIRST_BLOCK,
                  HASH_LAYERS.FIRSTS)
              .from(HASH_LAYERS)
              .where(HASH_LAYERS.KIND.eq(""))
              .orderBy(HASH_LAYERS.ID);
      case BLOCK -> db.select(HASH_BLOCKS.ENTRIES).from(HASH_BLOCKS).where(HASH_BLOCKS.ID.eq(0));
      case INSERT_BLOCK ->
          db.insertInto(HASH_BLOCKS).columns(HASH_BLOCKS.ID, HASH_BLOCKS.ENTRIES).values(0, HASH);
      case INSERT_LAYER ->
          db.insertInto(HASH_LAYERS)
              .columns(
                  HASH_LAYERS.ID,
                  HASH_LAYERS.KIND,
                  HASH_LAYERS.LAST_ID,
                  HASH_LAYERS.ENTRIES,
                  HASH_LAYERS.FIRST_BLOCK,
                  HASH_LAYERS.FIRSTS)
              .values(0, "", 0, 0, 0, HASH);
      case REMOVE_LAYER -> db.deleteFrom(HASH_LAYERS).where(HASH_LAYERS.ID.eq(0));
      case REMOVE_BLOCKS -> db.deleteFrom(HASH_BLOCKS).where(HASH_BLOCKS.ID.between(0, 0));
      case PLACES -> db.select(DISCARDS.PLACE).from(DISCARDS);
      case DISCARD_AT ->
          discard()
              .where(DISCARDS.PLACE.eq(""), DISCARDS.MEMBER.isNotDistinctFrom(""))
              .limit(inline(1));
      case DISCARD_PIPED ->
          discard()
              .where(
                  DISCARDS.PLACE.eq(""),
                  DISCARDS.MEMBER.isNotDistinctFrom(""),
                  DISCARDS.LAST_RUN_ID.eq(0))
              .limit(inline(1));
      case INSERT_DISCARD ->
          db.insertInto(DISCARDS)
              .columns(
                  DISCARDS.ID,
                  DISCARDS.RUN_ID,
                  DISCARDS.LAST_RUN_ID,
                  DISCARDS.INPUT,
                  DISCARDS.MEMBER,
                  DISCARDS.PLACE,
                  DISCARDS.REASON,
                  DISCARDS.DETAIL)
              .values(0, 0, 0, "", "", "", "", "");
      case DISCARD_AGAIN ->
          db.update(DISCARDS)
              .set(DISCARDS.RUN_ID, 0)
              .set(DISCARDS.LAST_RUN_ID, 0)
              .set(DISCARDS.INPUT, "")
              .set(DISCARDS.REASON, "")
              .set(DISCARDS.DETAIL, "")
              .where(DISCARDS.ID.eq(0));
      case OLDEST_DISCARDS ->
          db.select(DISCARDS.ID).from(DISCARDS).orderBy(DISCARDS.LAST_RUN_ID, DISCARDS.ID).limit(1);
      case FORGET_DISCARD -> db.deleteFrom(DISCARDS).where(DISCARDS.ID.eq(0));
      case SETTLE_DISCARDS ->
          db.deleteFrom(DISCARDS).where(DISCARDS.PLACE.eq(""), DISCARDS.LAST_RUN_ID.lt(0));
      case MOVE_DISCARDS ->
          db.update(DISCARDS).set(DISCARDS.PLACE, "").where(DISCARDS.PLACE.eq(""));
      default -> new WrittenReads(db).query(statement);
    };
  }

  private SelectJoinStep<?> discard() {
    return db.select(DISCARDS.ID, DISCARDS.RUN_ID, DISCARDS.REASON, DISCARDS.DETAIL).from(DISCARDS);
  }

  private Query last(TableField<?, Integer> id) {
    return db.select(max(id)).from(id.getTable());
  }

  private Query insert(Table<?> table) {
    return db.insertInto(table).columns(table.fields()).values(new Object[table.fields().length]);
  }

  private Query byHash(Field<?> wanted, TableField<?, byte[]> hash) {
    return db.select(wanted).from(hash.getTable()).where(hash.eq(HASH));
  }

  private Query ifHash(Field<?> wanted, TableField<?, Integer> id, TableField<?, byte[]> hash) {
    return db.select(wanted).from(hash.getTable()).where(id.eq(0), hash.eq(HASH));
  }

  private Query hashes(TableField<?, Integer> id, Field<?>... hashes) {
    return db.select(id).select(hashes).from(id.getTable()).where(id.gt(0)).orderBy(id).limit(1);
  }

  private Query hashesTo(TableField<?, Integer> id, TableField<?, byte[]> hash) {
    return db.select(id, hash).from(id.getTable()).where(id.le(0), hash.isNotNull());
  }
}
