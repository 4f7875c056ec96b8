package dmarcreports.store;

import static dmarcreports.store.columns.ReportColumns.REPORTS;

import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.CarryingMail;
import dmarcreports.report.DateRange;
import dmarcreports.report.Deviation;
import dmarcreports.report.Messages;
import dmarcreports.report.Origin;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.ReportFormat;
import dmarcreports.report.ReportMetadata;
import dmarcreports.report.ReportSink;
import dmarcreports.report.SourceIp;
import dmarcreports.store.rows.Evidences;
import dmarcreports.store.rows.Fingerprint;
import dmarcreports.store.rows.Lists;
import dmarcreports.store.rows.Names;
import dmarcreports.store.rows.Outcome;
import dmarcreports.store.rows.ReportWriter;
import dmarcreports.store.rows.Row;
import dmarcreports.store.rows.TooLong;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Saves one report whole, or finds that it is there already. */
public final class ReportSaver implements ReportSink {
  private static final Duration FUTURE = Duration.ofDays(1);
  private static final byte[] NO_ADDRESS = {};

  private final ReportWriter writer;
  private final Instant now;
  private final Origin origin;
  private final Optional<byte[]> documentHash;
  private final boolean asConflict;
  private final BiConsumer<Overtaken, Boolean> onOvertaken;

  private boolean begun;
  private boolean written;
  private boolean told;
  private int rolledBack;
  private Optional<String> refusal = Optional.empty();
  private AggregateReport report;
  private Fingerprint content;
  private byte[] key;

  /** The contents of the reports to compare this one with. */
  private List<byte[]> same = List.of();

  private long records;
  private long messages;
  private long deviations;
  private Outcome outcome;

  /**
   * @param now the moment of this run
   * @param documentHash what stands for the bytes that it is read from, where it is known
   * @param asConflict whether it is in conflict with one stored before: kept, never counted
   * @param onOvertaken takes the report where another run was first to store it, and whether
   *     anybody was told that it is stored
   */
  ReportSaver(
      ReportWriter writer,
      Instant now,
      Origin origin,
      Optional<byte[]> documentHash,
      boolean asConflict,
      BiConsumer<Overtaken, Boolean> onOvertaken) {
    this.writer = writer;
    this.now = now;
    this.origin = origin;
    this.documentHash = documentHash;
    this.asConflict = asConflict;
    this.onOvertaken = onOvertaken;
  }

  /** Why the database does not take the report; empty where it does. */
  public Optional<String> refusal() {
    return refusal;
  }

  /** What the database does not take need not be read to its end. */
  @Override
  public boolean goesOn() {
    return refusal.isEmpty();
  }

  @Override
  public void begin(AggregateReport report) {
    abandon();
    written = false;
    told = false;
    this.report = report;
    key = key(report, report.metadata().reportId());
    same = report.metadata().reportId().isEmpty() ? List.of() : sameKey();
    begun = same.isEmpty();
    if (begun) {
      writer.begin();
    }
    records = 0;
    messages = 0;
    deviations = 0;
    content = head(report);
  }

  @Override
  public void record(AggregateRecord record) {
    byte[] source = record.sourceIp().map(SourceIp::bytes).orElse(NO_ADDRESS);
    byte[] evidenceHash;
    try {
      evidenceHash =
          !same.isEmpty()
              ? writer.hash(record.evidence())
              : writer.add(source, record.evidence(), record.messages());
    } catch (TooLong e) {
      refuse(e);
      return;
    }
    content.add(source).add(evidenceHash).add(record.messages());
    records++;
    messages = Messages.sum(messages, record.messages());
    deviations += record.evidence().deviations().size();
  }

  @Override
  public void end(ReportFormat format, List<Deviation> noted) {
    byte[] contentHash = content.bytes();
    String id = report.metadata().reportId();
    if (id.isEmpty()) {
      id = HexFormat.of().formatHex(contentHash);
      key = key(report, id);
      same = sameKey();
    }
    deviations += noted.size();
    if (!same.isEmpty()) {
      boolean known = same.stream().anyMatch(stored -> Arrays.equals(stored, contentHash));
      outcome = known ? Outcome.DUPLICATE : Outcome.CONFLICT;
      abandon();
      return;
    }
    Row row = row(id, contentHash, format, noted);
    try {
      writer.end(
          new ReportWriter.WholeReport(
              row, report.policyPublished(), asConflict, records, this::overtaken));
    } catch (TooLong e) {
      refuse(e);
      return;
    }
    outcome = asConflict ? Outcome.CONFLICT : Outcome.STORED;
    begun = false;
    written = true;
  }

  private void refuse(TooLong e) {
    refusal = Optional.of(e.getMessage());
    abandon();
  }

  /** Known before anybody was told the outcome, or after. */
  private void overtaken(Outcome now) {
    outcome = now;
    onOvertaken.accept(new Overtaken(origin, now, records, messages, deviations), told);
  }

  /** Nothing of the report begun stays. */
  public void abandon() {
    if (begun) {
      begun = false;
      writer.abandon();
      rolledBack++;
    }
  }

  /** How often a report begun was rolled back. */
  int rolledBack() {
    return rolledBack;
  }

  /** Whether the report is among what the next commit puts on disk. */
  boolean isWritten() {
    return written;
  }

  /** Whether it was stored before. */
  boolean isDuplicate() {
    return !written && outcome == Outcome.DUPLICATE;
  }

  byte[] key() {
    return key;
  }

  Optional<byte[]> documentHash() {
    return documentHash;
  }

  long records() {
    return records;
  }

  /** What came of it, which from now on is told; empty where it was not read to its end. */
  Optional<Saved> saved(boolean repeatsThisRun) {
    told = true;
    return Optional.ofNullable(outcome)
        .map(now -> new Saved(now, repeatsThisRun, records, messages, deviations));
  }

  /** The columns of the report, but for the ids of what it refers to. */
  private Row row(String id, byte[] contentHash, ReportFormat format, List<Deviation> noted) {
    ReportMetadata metadata = report.metadata();
    boolean late = report.window().begin().isAfter(now.plus(FUTURE));
    List<Deviation> all = new ArrayList<>(noted);
    if (late) {
      all.add(
          new Deviation(
              Deviation.Code.FUTURE,
              "report_metadata/date_range/begin",
              report.window().begin().toString()));
      deviations++;
    }
    return new Row(REPORTS)
        .set(REPORTS.KEY_HASH, key)
        .set(REPORTS.CONTENT_HASH, contentHash)
        .set(
            REPORTS.DOCUMENT_HASH,
            metadata.dateRange().isPresent() ? documentHash.orElse(null) : null)
        .set(REPORTS.REPORTER, metadata.reporter())
        .set(REPORTS.ORG_NAME, metadata.orgName())
        .set(REPORTS.EMAIL, metadata.email().orElse(null))
        .set(REPORTS.EXTRA_CONTACT_INFO, metadata.extraContactInfo().orElse(null))
        .set(REPORTS.REPORT_ID, id)
        .set(REPORTS.VERSION, metadata.version().orElse(null))
        .set(REPORTS.FORMAT, format.name().toLowerCase(Locale.ROOT))
        .set(REPORTS.GENERATOR, metadata.generator().orElse(null))
        .set(REPORTS.ERRORS, Lists.ofTexts(metadata.errors()))
        .set(REPORTS.BEGIN_SECOND, second(metadata, true))
        .set(REPORTS.END_SECOND, second(metadata, false))
        .set(REPORTS.WINDOW_BEGIN, report.window().begin().getEpochSecond())
        .set(REPORTS.WINDOW_END, report.window().end().getEpochSecond())
        .set(REPORTS.REPORT_DAY, report.window().day())
        .set(REPORTS.LATE, late)
        .set(REPORTS.DEVIATIONS, Lists.ofDeviations(all))
        .set(REPORTS.DEVIATION_COUNT, deviations)
        .set(REPORTS.INPUT, Names.storable(origin.input()))
        .set(REPORTS.MEMBER, origin.members().isEmpty() ? null : Names.storable(origin.member()))
        .set(REPORTS.MAIL_FROM, mail(CarryingMail::from))
        .set(REPORTS.MAIL_DATE, mail(CarryingMail::date))
        .set(REPORTS.MAIL_MESSAGE_ID, mail(CarryingMail::messageId))
        .set(REPORTS.MAIL_AUTHENTICATION, mail(CarryingMail::authenticationResults))
        .set(REPORTS.RUN_ID, writer.run())
        .set(REPORTS.RECORD_COUNT, records)
        .set(REPORTS.MESSAGE_COUNT, messages);
  }

  private String mail(Function<CarryingMail, Optional<String>> field) {
    return Names.storable(origin.mail().flatMap(field).orElse(null));
  }

  private static Long second(ReportMetadata metadata, boolean begin) {
    return metadata
        .dateRange()
        .map(range -> begin ? range.begin() : range.end())
        .map(Instant::getEpochSecond)
        .orElse(null);
  }

  /** Reporter, policy domain, report id and window: what makes two documents the same report. */
  private static byte[] key(AggregateReport report, String reportId) {
    ReportMetadata metadata = report.metadata();
    return new Fingerprint()
        .add(report.policyPublished().domain())
        .add(metadata.reporter().strip().toLowerCase(Locale.ROOT))
        .add(reportId)
        .add(metadata.dateRange().map(DateRange::begin))
        .add(metadata.dateRange().map(DateRange::end))
        .bytes();
  }

  private static Fingerprint head(AggregateReport report) {
    ReportMetadata metadata = report.metadata();
    PolicyPublished policy = report.policyPublished();
    Fingerprint head =
        new Fingerprint()
            .add(metadata.orgName())
            .add(metadata.email())
            .add(metadata.extraContactInfo())
            .add(metadata.reportId())
            .add(metadata.dateRange())
            .add(metadata.generator())
            .add(metadata.version())
            .add(Evidences.hash(policy));
    head.add(metadata.errors().size());
    metadata.errors().forEach(head::add);
    return head;
  }

  private List<byte[]> sameKey() {
    return asConflict ? List.of() : writer.contents(key);
  }
}
