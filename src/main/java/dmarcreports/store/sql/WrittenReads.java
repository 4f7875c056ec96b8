package dmarcreports.store.sql;

import static dmarcreports.store.tables.Tables.DISCARDS;
import static dmarcreports.store.tables.Tables.EVIDENCES;
import static dmarcreports.store.tables.Tables.LOOKUPS;
import static dmarcreports.store.tables.Tables.POLICIES;
import static dmarcreports.store.tables.Tables.RECORDS;
import static dmarcreports.store.tables.Tables.REPORTS;
import static dmarcreports.store.tables.Tables.RUNS;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.ResultQuery;
import org.jooq.SelectJoinStep;

/** The statements that read what findings are made of. */
public final class WrittenReads {
  private static final List<Field<?>> HEAD =
      List.of(
          REPORTS.ID,
          REPORTS.REPORT_DAY,
          REPORTS.REPORTER,
          REPORTS.POLICY_ID,
          REPORTS.LATE,
          REPORTS.WINDOW_END,
          REPORTS.REPORT_ID,
          REPORTS.KEY_HASH,
          REPORTS.FORMAT,
          REPORTS.MESSAGE_COUNT,
          REPORTS.DEVIATION_COUNT);

  /** The columns of an evidence but for its hash, in their order. */
  public static final List<Field<?>> EVIDENCE =
      Arrays.stream(EVIDENCES.fields()).filter(column -> column != EVIDENCES.HASH).toList();

  private final DSLContext db;

  /**
   * @param db of the dialect to write
   */
  public WrittenReads(DSLContext db) {
    this.db = db;
  }

  /** {@link Sql#HEADS} of some reports. */
  public ResultQuery<?> heads(Condition which) {
    return db.select(HEAD).from(REPORTS).where(which);
  }

  /** {@link Sql#EVIDENCES}, some of them. */
  public ResultQuery<?> evidences(Condition which) {
    return db.select(EVIDENCE).from(EVIDENCES).where(which);
  }

  /** The evidences of the records of runs after one. */
  public static Condition after(int run) {
    return EVIDENCES.ID.in(
        select(RECORDS.EVIDENCE_ID)
            .from(RECORDS)
            .join(REPORTS)
            .on(REPORTS.ID.eq(RECORDS.REPORT_ID))
            .where(REPORTS.RUN_ID.gt(run)));
  }

  Query query(Sql statement) {
    return switch (statement) {
      case DISCARDS ->
          db.select(
                  RUNS.STARTED,
                  DISCARDS.INPUT,
                  DISCARDS.MEMBER,
                  DISCARDS.REASON,
                  DISCARDS.DETAIL,
                  DISCARDS.PLACE)
              .from(DISCARDS)
              .join(RUNS)
              .on(RUNS.ID.eq(DISCARDS.LAST_RUN_ID))
              .orderBy(
                  DISCARDS.INPUT, DISCARDS.MEMBER.asc().nullsFirst(), DISCARDS.PLACE, DISCARDS.ID)
              .limit(1L);
      case POLICIES -> db.select(POLICIES.fields()).from(POLICIES);
      case NEWEST_DAY ->
          db.select(max(REPORTS.REPORT_DAY))
              .from(REPORTS)
              .where(REPORTS.CONFLICT.isFalse(), REPORTS.LATE.isFalse());
      case HEADS -> heads(REPORTS.CONFLICT.isFalse().and(REPORTS.RUN_ID.gt(0)));
      case RECORDS ->
          db.select(RECORDS.REPORT_ID, RECORDS.SOURCE, RECORDS.EVIDENCE_ID, RECORDS.MESSAGES)
              .from(RECORDS);
      case EVIDENCES -> evidences(noCondition());
      case EVIDENCES_AFTER -> evidences(after(0));
      case LOOKUPS -> lookups().orderBy(LOOKUPS.ID);
      case LOOKUPS_OF ->
          lookups().where(LOOKUPS.NAME.eq(""), LOOKUPS.TYPE.eq("")).orderBy(LOOKUPS.ID);
      default -> new WrittenNews(db).query(statement);
    };
  }

  private SelectJoinStep<?> lookups() {
    return db.select(
            LOOKUPS.ID,
            LOOKUPS.NAME,
            LOOKUPS.TYPE,
            LOOKUPS.OUTCOME,
            LOOKUPS.ALIASES,
            LOOKUPS.RECORDS,
            LOOKUPS.SERVER,
            LOOKUPS.FIRST_SECOND,
            LOOKUPS.LAST_SECOND)
        .from(LOOKUPS);
  }
}
