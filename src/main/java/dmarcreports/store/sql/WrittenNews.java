package dmarcreports.store.sql;

import static dmarcreports.store.tables.Tables.ANNOUNCEMENTS;
import static dmarcreports.store.tables.Tables.DELIVERIES;
import static dmarcreports.store.tables.Tables.DIGESTS;
import static dmarcreports.store.tables.Tables.DISCARDS;
import static dmarcreports.store.tables.Tables.REPORTS;

import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;

/** The statements of what digests tell, and of what waits to be sent. */
final class WrittenNews {
  private static final List<Field<?>> ANNOUNCEMENT =
      List.of(
          ANNOUNCEMENTS.ID,
          ANNOUNCEMENTS.KIND,
          ANNOUNCEMENTS.DOMAIN,
          ANNOUNCEMENTS.NAME,
          ANNOUNCEMENTS.STATE,
          ANNOUNCEMENTS.SINCE);

  private static final List<Field<?>> DELIVERY =
      List.of(
          DELIVERIES.ID,
          DELIVERIES.RECEIVER,
          DELIVERIES.TOPIC,
          DELIVERIES.NAME,
          DELIVERIES.MADE_SECOND,
          DELIVERIES.SENDING,
          DELIVERIES.SUBJECT,
          DELIVERIES.BODY,
          DELIVERIES.HTML);

  private final DSLContext db;

  WrittenNews(DSLContext db) {
    this.db = db;
  }

  Query query(Sql statement) {
    return switch (statement) {
      case ANNOUNCEMENTS -> db.select(ANNOUNCEMENT).from(ANNOUNCEMENTS);
      case INSERT_ANNOUNCEMENT ->
          db.insertInto(ANNOUNCEMENTS)
              .columns(ANNOUNCEMENT)
              .values(0, "", "", "", "", LocalDate.EPOCH);
      case FORGET_ANNOUNCEMENT -> db.deleteFrom(ANNOUNCEMENTS).where(ANNOUNCEMENTS.ID.eq(0));
      case DIGESTS -> db.select(DIGESTS.SCOPE, DIGESTS.RUN_ID).from(DIGESTS);
      case DIGEST_AGAIN -> db.update(DIGESTS).set(DIGESTS.RUN_ID, 0).where(DIGESTS.SCOPE.eq(""));
      case INSERT_DIGEST ->
          db.insertInto(DIGESTS)
              .columns(DIGESTS.ID, DIGESTS.SCOPE, DIGESTS.RUN_ID)
              .values(0, "", 0);
      case COUNT_ARRIVED ->
          db.selectCount().from(REPORTS).where(REPORTS.RUN_ID.gt(0), REPORTS.CONFLICT.eq(true));
      case REASONS_AFTER -> db.select(DISCARDS.REASON).from(DISCARDS).where(DISCARDS.RUN_ID.gt(0));
      case REPORTER_DAYS ->
          db.selectDistinct(REPORTS.REPORTER, REPORTS.REPORT_DAY)
              .from(REPORTS)
              .where(REPORTS.CONFLICT.isFalse(), REPORTS.LATE.isFalse())
              .orderBy(REPORTS.REPORTER, REPORTS.REPORT_DAY);
      case INSERT_DELIVERY ->
          db.insertInto(DELIVERIES).columns(DELIVERY).values(0, "", "", "", 0L, false, "", "", "");
      case DELIVERIES_TO ->
          db.select(DELIVERY)
              .from(DELIVERIES)
              .where(DELIVERIES.RECEIVER.eq(""))
              .orderBy(DELIVERIES.ID);
      case SENDING -> db.update(DELIVERIES).set(DELIVERIES.SENDING, true).where(isOne());
      case ACCEPTED -> db.deleteFrom(DELIVERIES).where(isOne());
      case FORGET_DELIVERIES -> db.deleteFrom(DELIVERIES).where(DELIVERIES.MADE_SECOND.lt(0L));
      default -> throw new IllegalArgumentException(statement.name());
    };
  }

  /** Numbers are given again, names are not. */
  private static Condition isOne() {
    return DELIVERIES.ID.eq(0).and(DELIVERIES.NAME.eq(""));
  }
}
