package dmarcreports.store;

import static dmarcreports.store.tables.Tables.DISCARDS;
import static dmarcreports.store.tables.Tables.RECORDS;
import static dmarcreports.store.tables.Tables.REPORTS;

import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.DateRange;
import dmarcreports.report.Evidence;
import dmarcreports.report.Observation;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.ReportFormat;
import dmarcreports.report.ReportMetadata;
import dmarcreports.report.SourceIp;
import dmarcreports.store.Summaries.Head;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.Query;
import dmarcreports.store.open.StoreException;
import dmarcreports.store.rows.EvidenceReader;
import dmarcreports.store.rows.Evidences;
import dmarcreports.store.rows.Lists;
import dmarcreports.store.rows.Rows;
import dmarcreports.store.sql.Sql;
import dmarcreports.store.sql.WrittenReads;
import dmarcreports.stored.DiscardList;
import dmarcreports.stored.Discarded;
import dmarcreports.stored.Holdings;
import dmarcreports.stored.Provenance;
import dmarcreports.stored.Reported;
import dmarcreports.stored.StoredReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.Record;

/** What the database holds, read back. Reports in conflict are left out everywhere. */
public final class ReportReader implements AutoCloseable {
  private static final int FETCH = 1_000;

  private final OpenDatabase open;
  private final Map<Integer, PolicyPublished> policies = new HashMap<>();

  /** Once it is known. */
  private Optional<LocalDate> newestDay = Optional.empty();

  private ReportReader(OpenDatabase open) {
    this.open = open;
    open.snapshot();
    open.each(Sql.POLICIES, row -> policies.put(row.getInt(1), Evidences.policy(row)));
  }

  /**
   * Opens a database to read it.
   *
   * @param patience how long to wait for another run
   * @throws StoreException where there is none or it cannot be used
   */
  public static ReportReader open(Database database, Duration patience) {
    return new ReportReader(Databases.open(database, patience, false));
  }

  /** What digests have told, on the same connection and under the same lock. */
  public Announcements announcements() {
    return new Announcements(open);
  }

  /** What waits to be sent, on the same connection and under the same lock. */
  public Outbox outbox() {
    return new Outbox(open);
  }

  /** What DNS has answered, on the same connection and under the same lock. */
  public StoredLookups lookups() {
    return new StoredLookups(open);
  }

  /** What was discarded and has not been read since, by input and member. */
  public List<Discarded> discards() {
    return Discards.first(open, Long.MAX_VALUE);
  }

  /**
   * How much of it there is.
   *
   * @param most of how many it is told what they are
   */
  public DiscardList discards(int most) {
    return new DiscardList(open.number(Sql.COUNT_DISCARDS), Discards.first(open, most));
  }

  /**
   * What the database holds.
   *
   * @param runs how many of the newest runs are told
   */
  public Holdings holdings(int runs) {
    Selection all = new Selection(Optional.empty(), Optional.empty(), Set.of());
    return HoldingsReader.read(open, reported(all), runs);
  }

  /** Where the reports with an id came from, in the order in which they were stored. */
  public List<Provenance> provenances(String reportId) {
    return Provenances.of(open.db(), reportId);
  }

  /** What lay at a place is gone: none of it is listed any more. */
  public void forgetDiscards(String place) {
    open.alone(() -> open.db().deleteFrom(DISCARDS).where(DISCARDS.PLACE.eq(place)).execute());
  }

  /** The newest day of all reports that do not lie in the future; empty where there are none. */
  public Optional<LocalDate> newestDay() {
    if (newestDay.isEmpty()) {
      newestDay =
          Optional.ofNullable(
              open.all(Sql.NEWEST_DAY, row -> row.getObject(1, LocalDate.class)).get(0));
    }
    return newestDay;
  }

  /**
   * Each record selected, as messages of its report's day.
   *
   * @return what their reports come to
   */
  public Reported observations(Selection selection, Consumer<Observation> each) {
    Map<Integer, Head> heads = new HashMap<>();
    Map<Head, Head> same = new HashMap<>();
    Reported reported =
        reported(selection, (id, head) -> heads.put(id, same.computeIfAbsent(head, one -> one)));
    Map<Integer, Evidence> evidences = evidences(selection);
    open.each(
        Sql.RECORDS,
        row -> {
          Head head = heads.get(row.getInt(1));
          if (head != null) {
            each.accept(
                new Observation(
                    evidences.get(row.getInt(3)),
                    source(row.getBytes(2)),
                    head.day(),
                    head.reporter(),
                    row.getLong(4)));
          }
        });
    return reported;
  }

  /** Each record selected with its report, by day, domain, reporter and report id. */
  public void records(Selection selection, BiConsumer<StoredReport, AggregateRecord> each) {
    Map<Integer, Evidence> evidences = evidences(selection);
    try (Cursor<?> reports =
        open.db()
            .select(REPORTS.fields())
            .from(REPORTS)
            .where(Selected.reports(selection, policies))
            .orderBy(
                REPORTS.REPORT_DAY,
                REPORTS.WINDOW_END,
                REPORTS.REPORTER,
                REPORTS.REPORT_ID,
                REPORTS.KEY_HASH)
            .fetchSize(FETCH)
            .fetchLazy()) {
      for (Record report : reports) {
        StoredReport stored = storedReport(report);
        long first = report.get(REPORTS.FIRST_RECORD);
        long last = report.get(REPORTS.LAST_RECORD);
        try (Cursor<?> records =
            open.db()
                .select(RECORDS.SOURCE, RECORDS.EVIDENCE_ID, RECORDS.MESSAGES)
                .from(RECORDS)
                .where(RECORDS.ID.between(first, last))
                .orderBy(RECORDS.ID)
                .fetchSize(FETCH)
                .fetchLazy()) {
          for (Record record : records) {
            each.accept(
                stored,
                new AggregateRecord(
                    source(record.get(RECORDS.SOURCE)),
                    record.get(RECORDS.MESSAGES),
                    evidences.get(record.get(RECORDS.EVIDENCE_ID))));
          }
        }
      }
    }
  }

  /** What the reports selected come to. */
  public Reported reported(Selection selection) {
    return reported(selection, (id, head) -> {});
  }

  private Reported reported(Selection selection, BiConsumer<Integer, Head> each) {
    Summaries summaries = new Summaries(policies);
    OpenDatabase.EachRow add = row -> each.accept(row.getInt(1), summaries.add(row));
    if (selection.isOfRuns()) {
      open.each(Sql.HEADS, add, selection.afterRun());
    } else {
      Query.each(open, reads().heads(Selected.reports(selection, policies)), add);
    }
    if (selection.isAll()) {
      newestDay = summaries.newestDay();
    }
    return summaries.all();
  }

  private Map<Integer, Evidence> evidences(Selection selection) {
    Map<Integer, Evidence> evidences = new HashMap<>();
    EvidenceReader reader = new EvidenceReader();
    OpenDatabase.EachRow add =
        row ->
            evidences.put(
                row.getInt(1), reader.read(row, policies.get(EvidenceReader.policy(row))));
    if (selection.isAll()) {
      open.each(Sql.EVIDENCES, add);
    } else if (selection.isOfRuns()) {
      open.each(Sql.EVIDENCES_AFTER, add, selection.afterRun());
    } else {
      Query.each(open, reads().evidences(Selected.evidences(selection, policies)), add);
    }
    return evidences;
  }

  private WrittenReads reads() {
    return new WrittenReads(open.db());
  }

  private static Optional<SourceIp> source(byte[] source) {
    return source.length == 0 ? Optional.empty() : Optional.of(SourceIp.of(source));
  }

  private StoredReport storedReport(Record row) {
    return Rows.read("report " + row.get(REPORTS.ID), () -> storedReportOf(row));
  }

  private StoredReport storedReportOf(Record row) {
    Optional<DateRange> reported =
        row.get(REPORTS.BEGIN_SECOND) == null
            ? Optional.empty()
            : Optional.of(range(row.get(REPORTS.BEGIN_SECOND), row.get(REPORTS.END_SECOND)));
    ReportMetadata metadata =
        new ReportMetadata(
            row.get(REPORTS.ORG_NAME),
            Optional.ofNullable(row.get(REPORTS.EMAIL)),
            Optional.ofNullable(row.get(REPORTS.EXTRA_CONTACT_INFO)),
            row.get(REPORTS.REPORT_ID),
            reported,
            Lists.texts(row.get(REPORTS.ERRORS)),
            Optional.ofNullable(row.get(REPORTS.GENERATOR)),
            Optional.ofNullable(row.get(REPORTS.VERSION)));
    String member = row.get(REPORTS.MEMBER);
    return new StoredReport(
        new AggregateReport(
            metadata,
            policies.get(row.get(REPORTS.POLICY_ID)),
            range(row.get(REPORTS.WINDOW_BEGIN), row.get(REPORTS.WINDOW_END))),
        Lists.word(ReportFormat.class, row.get(REPORTS.FORMAT)).orElseThrow(),
        Lists.deviations(row.get(REPORTS.DEVIATIONS)),
        row.get(REPORTS.INPUT) + (member == null ? "" : " > " + member));
  }

  private static DateRange range(long begin, long end) {
    return new DateRange(Instant.ofEpochSecond(begin), Instant.ofEpochSecond(end));
  }

  @Override
  public void close() {
    open.close();
  }
}
