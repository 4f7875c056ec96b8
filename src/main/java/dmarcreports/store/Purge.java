package dmarcreports.store;

import static dmarcreports.store.tables.Tables.EVIDENCES;
import static dmarcreports.store.tables.Tables.RECORDS;
import static dmarcreports.store.tables.Tables.REPORTS;

import dmarcreports.report.Messages;
import dmarcreports.report.SourceIp;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.StoreException;
import dmarcreports.store.rows.Lists;
import dmarcreports.store.rows.Rows;
import dmarcreports.stored.Purged;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/**
 * Takes reports, or records of one source, out of a database, so that what it says afterwards is
 * what it would say if it had never had them. In many small transactions: one that is interrupted
 * is whole, and is finished by doing it again.
 */
public final class Purge implements AutoCloseable {
  private static final int FETCH = 1_000;
  private static final int AT_ONCE = 500;

  private final OpenDatabase open;
  private final DSLContext db;
  private final boolean dryRun;
  private Function<byte[], List<Integer>> ofKey;
  private final Map<Integer, Integer> deviations = new HashMap<>();

  private Purge(OpenDatabase open, boolean dryRun) {
    this.open = open;
    this.db = open.db();
    this.dryRun = dryRun;
  }

  /**
   * Opens a database to purge it.
   *
   * @param patience how long to wait for another run
   * @param dryRun whether only to tell what would be purged
   * @throws StoreException where there is none or it cannot be used
   */
  public static Purge open(Database database, Duration patience, boolean dryRun) {
    return new Purge(Databases.open(database, patience, false), dryRun);
  }

  /**
   * Takes away the reports of all days more than so many before the newest day stored, and what DNS
   * has not answered since.
   */
  public Purged olderThan(long days) {
    LocalDate newest =
        db.select(DSL.max(REPORTS.REPORT_DAY))
            .from(REPORTS)
            .where(REPORTS.CONFLICT.isFalse(), REPORTS.LATE.isFalse())
            .fetchOne()
            .value1();
    if (newest == null) {
      return Purged.NOTHING;
    }
    LocalDate oldest = newest.minusDays(days);
    if (!dryRun) {
      new StoredLookups(open).forgetBefore(oldest.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    return reports(REPORTS.REPORT_DAY.lt(oldest));
  }

  /** Takes away all reports of a reporter, in whatever case. */
  public Purged reporter(String name) {
    List<String> spellings =
        db.selectDistinct(REPORTS.REPORTER).from(REPORTS).fetch(REPORTS.REPORTER).stream()
            .filter(one -> one.strip().toLowerCase(Locale.ROOT).equals(bare(name)))
            .toList();
    return reports(REPORTS.REPORTER.in(spellings));
  }

  private static String bare(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** Takes away all reports with an id. */
  public Purged reportId(String id) {
    return reports(REPORTS.REPORT_ID.eq(id));
  }

  /** Takes away all records of some sources, and each report of which nothing is left then. */
  public Purged sources(Predicate<SourceIp> doomed) {
    BitSet concerned = new BitSet();
    try (Cursor<Record2<Integer, byte[]>> records =
        db.select(RECORDS.REPORT_ID, RECORDS.SOURCE).from(RECORDS).fetchSize(FETCH).fetchLazy()) {
      records.forEach(
          record -> {
            if (isDoomed(record.value2(), doomed)) {
              concerned.set(record.value1());
            }
          });
    }
    return all(concerned.stream().boxed().toList(), (inside, id) -> records(inside, id, doomed));
  }

  private Purged reports(Condition condition) {
    List<Integer> ids =
        db.select(REPORTS.ID).from(REPORTS).where(condition).orderBy(REPORTS.ID).fetch(REPORTS.ID);
    return all(ids, (inside, id) -> whole(inside, id, condition));
  }

  /** What takes something of one report away, inside a transaction. */
  private interface Removal {
    Purged of(DSLContext inside, Integer report);
  }

  private Purged all(List<Integer> ids, Removal removal) {
    Purged sum = Purged.NOTHING;
    if (!dryRun) {
      open.expectLess();
    }
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<Integer> batch = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      sum =
          sum.plus(
              open.inTransaction(
                  () -> {
                    Purged purged = Purged.NOTHING;
                    deviations.clear();
                    for (Integer id : batch) {
                      purged = purged.plus(removal.of(open.db(), id));
                    }
                    return purged;
                  }));
    }
    if (!dryRun) {
      open.alone(() -> Orphans.remove(open.db()));
      open.commit();
    }
    return sum;
  }

  /** Another run may have taken it away since, and stored another with its number. */
  private Purged whole(DSLContext inside, Integer id, Condition condition) {
    Record report = inside.selectFrom(REPORTS).where(REPORTS.ID.eq(id)).and(condition).fetchOne();
    return report == null
        ? Purged.NOTHING
        : whole(inside, report, report.get(REPORTS.RECORD_COUNT), counted(report));
  }

  private static long counted(Record report) {
    return report.get(REPORTS.CONFLICT) ? 0 : report.get(REPORTS.MESSAGE_COUNT);
  }

  private Purged whole(DSLContext inside, Record report, long records, long messages) {
    if (!dryRun) {
      inside.deleteFrom(RECORDS).where(recordsOf(report)).execute();
      inside.deleteFrom(REPORTS).where(REPORTS.ID.eq(report.get(REPORTS.ID))).execute();
      countNext(inside, report.get(REPORTS.KEY_HASH));
    }
    return new Purged(1, 0, records, messages);
  }

  private static Condition recordsOf(Record report) {
    return RECORDS.ID.between(report.get(REPORTS.FIRST_RECORD), report.get(REPORTS.LAST_RECORD));
  }

  /** Where the report that counted is gone, the next of the same key counts. */
  private void countNext(DSLContext inside, byte[] key) {
    if (ofKey == null) {
      ofKey = Databases.reportsOfKey(open);
    }
    List<Integer> left = ofKey.apply(key);
    if (left.isEmpty()) {
      return;
    }
    Integer next =
        inside
            .select(REPORTS.ID)
            .from(REPORTS)
            .where(REPORTS.ID.in(left))
            .orderBy(REPORTS.CONFLICT, REPORTS.ID)
            .limit(1)
            .fetchSingle(REPORTS.ID);
    inside.update(REPORTS).set(REPORTS.CONFLICT, false).where(REPORTS.ID.eq(next)).execute();
  }

  private Purged records(DSLContext inside, Integer id, Predicate<SourceIp> doomed) {
    Record report = inside.selectFrom(REPORTS).where(REPORTS.ID.eq(id)).fetchOne();
    if (report == null) {
      return Purged.NOTHING;
    }
    List<Long> gone = new ArrayList<>();
    long left = 0;
    long messages = 0;
    long goneMessages = 0;
    long noted =
        Rows.read("report " + id, () -> Lists.deviations(report.get(REPORTS.DEVIATIONS)).size());
    try (Cursor<?> records =
        inside
            .select(RECORDS.ID, RECORDS.SOURCE, RECORDS.EVIDENCE_ID, RECORDS.MESSAGES)
            .from(RECORDS)
            .where(recordsOf(report))
            .orderBy(RECORDS.ID)
            .fetchSize(FETCH)
            .fetchLazy()) {
      for (Record record : records) {
        if (isDoomed(record.get(RECORDS.SOURCE), doomed)) {
          gone.add(record.get(RECORDS.ID));
          goneMessages = Messages.sum(goneMessages, record.get(RECORDS.MESSAGES));
        } else {
          left++;
          messages = Messages.sum(messages, record.get(RECORDS.MESSAGES));
          noted += deviations(record.get(RECORDS.EVIDENCE_ID));
        }
      }
    }
    if (gone.isEmpty()) {
      return Purged.NOTHING;
    }
    long counted = report.get(REPORTS.CONFLICT) ? 0 : goneMessages;
    if (left == 0) {
      return whole(inside, report, gone.size(), counted);
    }
    if (!dryRun) {
      for (int from = 0; from < gone.size(); from += FETCH) {
        List<Long> some = gone.subList(from, Math.min(gone.size(), from + FETCH));
        inside.deleteFrom(RECORDS).where(RECORDS.ID.in(some)).execute();
      }
      inside
          .update(REPORTS)
          .set(REPORTS.RECORD_COUNT, left)
          .set(REPORTS.MESSAGE_COUNT, messages)
          .set(REPORTS.DEVIATION_COUNT, noted)
          .where(REPORTS.ID.eq(id))
          .execute();
    }
    return new Purged(0, 1, gone.size(), counted);
  }

  private static boolean isDoomed(byte[] source, Predicate<SourceIp> doomed) {
    return source.length > 0 && doomed.test(SourceIp.of(source));
  }

  private int deviations(Integer evidence) {
    return deviations.computeIfAbsent(
        evidence,
        id -> {
          String list =
              db.select(EVIDENCES.DEVIATIONS)
                  .from(EVIDENCES)
                  .where(EVIDENCES.ID.eq(id))
                  .fetchOne()
                  .value1();
          return Rows.read("evidence " + id, () -> Lists.deviations(list).size());
        });
  }

  @Override
  public void close() {
    open.close();
  }
}
