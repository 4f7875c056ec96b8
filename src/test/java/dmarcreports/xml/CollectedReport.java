package dmarcreports.xml;

import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.AuthResults;
import dmarcreports.report.DateRange;
import dmarcreports.report.Deviation;
import dmarcreports.report.Evidence;
import dmarcreports.report.Identifiers;
import dmarcreports.report.PolicyEvaluated;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.ReportFormat;
import dmarcreports.report.ReportMetadata;
import dmarcreports.report.ReportSink;
import dmarcreports.report.UnreadableReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sink that keeps all it sees, and shows it as names and values. */
final class CollectedReport implements ReportSink {
  private static final ReportParser PARSER = new ReportParser();

  AggregateReport report;
  List<AggregateRecord> records = new ArrayList<>();
  ReportFormat format;
  List<Deviation> deviations = List.of();

  static CollectedReport of(String xml) throws UnreadableReport, IOException {
    return of(xml.getBytes(StandardCharsets.UTF_8), "report.xml");
  }

  /** What came of the document; null where it is no report. */
  static CollectedReport of(byte[] document, String fileName) throws UnreadableReport, IOException {
    CollectedReport collected = new CollectedReport();
    boolean isReport =
        PARSER.parse(
            new ReplayableContent(new ByteArrayInputStream(document)), fileName, collected);
    return isReport ? collected : null;
  }

  /** The word of the discard, else {@code accepted} or {@code no report}. */
  static String verdict(byte[] document) throws IOException {
    try {
      return of(document, "report.xml") == null ? "no report" : "accepted";
    } catch (UnreadableReport discarded) {
      return discarded.reason().word();
    }
  }

  @Override
  public void begin(AggregateReport begun) {
    report = begun;
    records = new ArrayList<>();
    format = null;
  }

  @Override
  public void record(AggregateRecord record) {
    records.add(record);
  }

  @Override
  public void end(ReportFormat found, List<Deviation> noted) {
    format = found;
    deviations = List.copyOf(noted);
  }

  /** The deviations of the report and its records, each as its code and path. */
  String deviations() {
    Stream<Deviation> ofRecords =
        records.stream().flatMap(record -> record.evidence().deviations().stream());
    return Stream.concat(deviations.stream(), ofRecords)
        .map(one -> (one.code().name().toLowerCase(Locale.ROOT) + " " + one.path()).strip())
        .collect(Collectors.joining("; "));
  }

  /** What the report and its first record say. */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    head(values);
    policy(values);
    values.put("records", String.valueOf(records.size()));
    if (!records.isEmpty()) {
      record(values, records.get(0));
    }
    return values;
  }

  private void head(Map<String, String> values) {
    ReportMetadata metadata = report.metadata();
    values.put("org_name", metadata.orgName());
    values.put("reporter", metadata.reporter());
    values.put("email", word(metadata.email()));
    values.put("contact", word(metadata.extraContactInfo()));
    values.put("report_id", metadata.reportId());
    values.put("reported", metadata.dateRange().map(CollectedReport::range).orElse("-"));
    values.put("window", range(report.window()));
    values.put("errors", String.join(", ", metadata.errors()));
    values.put("generator", word(metadata.generator()));
    values.put("version", word(metadata.version()));
  }

  private void policy(Map<String, String> values) {
    PolicyPublished policy = report.policyPublished();
    values.put("domain", policy.domain().text());
    values.put("p", word(policy.p()));
    values.put("sp", word(policy.sp()));
    values.put("np", word(policy.np()));
    values.put("adkim", word(policy.adkim()));
    values.put("aspf", word(policy.aspf()));
    values.put("dkim mode", word(Optional.of(policy.dkimMode())));
    values.put("spf mode", word(Optional.of(policy.spfMode())));
    values.put("pct", word(policy.pct()));
    values.put("fo", word(policy.fo()));
    values.put("testing", word(policy.testing()));
    values.put("discovery_method", word(policy.discoveryMethod()));
  }

  private static void record(Map<String, String> values, AggregateRecord record) {
    values.put("ip", word(record.sourceIp()));
    values.put("messages", String.valueOf(record.messages()));
    Evidence evidence = record.evidence();
    PolicyEvaluated evaluated = evidence.policyEvaluated();
    values.put("disposition", word(evaluated.disposition()));
    values.put("dkim", word(evaluated.dkim()));
    values.put("spf", word(evaluated.spf()));
    values.put(
        "reasons",
        evaluated.reasons().stream()
            .map(reason -> word(reason.type()) + " " + word(reason.comment()))
            .collect(Collectors.joining(", ")));
    Identifiers identifiers = evidence.identifiers();
    values.put("header_from", word(identifiers.headerFrom()));
    values.put("envelope_from", word(identifiers.envelopeFrom()));
    values.put("null sender", String.valueOf(identifiers.nullSender()));
    values.put("envelope_to", word(identifiers.envelopeTo()));
    AuthResults results = evidence.authResults();
    values.put(
        "signatures",
        results.dkim().stream()
            .map(one -> word(one.domain()) + " " + word(one.selector()) + " " + word(one.result()))
            .collect(Collectors.joining(", ")));
    values.put(
        "checks",
        results.spf().stream()
            .map(one -> word(one.domain()) + " " + word(one.scope()) + " " + word(one.result()))
            .collect(Collectors.joining(", ")));
    values.put(
        "human",
        Stream.concat(
                results.dkim().stream().map(AuthResults.Dkim::humanResult),
                results.spf().stream().map(AuthResults.Spf::humanResult))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", ")));
  }

  private static String range(DateRange range) {
    return range.begin().getEpochSecond() + ".." + range.end().getEpochSecond();
  }

  private static String word(Optional<?> value) {
    return value.map(CollectedReport::word).orElse("-");
  }

  private static String word(Object value) {
    return value instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT)
        : value.toString();
  }
}
