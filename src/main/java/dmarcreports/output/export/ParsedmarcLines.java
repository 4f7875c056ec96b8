package dmarcreports.output.export;

import dmarcreports.output.plain.Codes;
import dmarcreports.output.table.Column;
import dmarcreports.output.table.CsvLines;
import dmarcreports.report.AuthResults.Dkim;
import dmarcreports.report.AuthResults.Scope;
import dmarcreports.report.AuthResults.Spf;
import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyEvaluated;
import dmarcreports.report.PolicyEvaluated.Reason;
import dmarcreports.report.PolicyEvaluated.Verdict;
import dmarcreports.report.ReportMetadata;
import dmarcreports.report.SourceIp;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * CSV with the columns of parsedmarc's aggregate reports, in its order and by its conventions, so
 * that what reads those goes on working; what is diagnosed comes after them.
 */
public final class ParsedmarcLines implements RecordLines {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final List<Column<Line>> COLUMNS = columns();

  private final OutputStream to;
  private final SourceHosts hosts;
  private final CsvLines csv;

  /** Writes the header. */
  public ParsedmarcLines(OutputStream to, SourceHosts hosts) throws IOException {
    this.to = to;
    this.hosts = hosts;
    csv = new CsvLines(to);
    csv.line(COLUMNS.stream().map(Column::name).toList());
  }

  @Override
  public void line(ExportedRecord record) throws IOException {
    String organization = hosts.organization(record.stored().report().metadata().reporter());
    Optional<SourceHosts.Known> host = hosts.of(record.record().sourceIp());
    for (DailyParts.Part part :
        DailyParts.of(record.stored().report().window(), record.record().messages())) {
      Line line = new Line(record, organization, host, part);
      List<Object> cells = new ArrayList<>(COLUMNS.size());
      for (Column<Line> column : COLUMNS) {
        cells.add(column.value().apply(line));
      }
      csv.line(cells);
    }
  }

  @Override
  public void finish() throws IOException {
    csv.close();
    to.flush();
  }

  private static List<Column<Line>> columns() {
    List<Column<Line>> columns = new ArrayList<>();
    report(columns);
    policy(columns);
    source(columns);
    verdict(columns);
    identifiers(columns);
    results(columns);
    columns.add(new Column<>("failure", line -> Codes.word(line.of.diagnosis().failure())));
    columns.add(new Column<>("class", line -> Codes.word(line.of.diagnosis().streamClass())));
    columns.add(
        new Column<>(
            "recommendations",
            line -> line.of.diagnosis().recommendations().stream().map(Codes::word).toList()));
    return columns;
  }

  private static void report(List<Column<Line>> columns) {
    columns.add(new Column<>("xml_schema", line -> line.metadata().version().orElse("draft")));
    columns.add(new Column<>("org_name", Line::organization));
    columns.add(new Column<>("org_email", line -> line.metadata().email().orElse(null)));
    columns.add(
        new Column<>(
            "org_extra_contact_info", line -> line.metadata().extraContactInfo().orElse(null)));
    columns.add(new Column<>("report_id", line -> beforeAt(line.metadata().reportId())));
    columns.add(new Column<>("begin_date", line -> time(line.part.window().begin())));
    columns.add(new Column<>("end_date", line -> time(line.part.window().end())));
    columns.add(
        new Column<>(
            "normalized_timespan",
            line -> truth(DailyParts.isShared(line.of.stored().report().window()))));
    columns.add(new Column<>("errors", line -> String.join("|", line.metadata().errors())));
  }

  private static void policy(List<Column<Line>> columns) {
    columns.add(new Column<>("domain", line -> line.of.policy().domain().text()));
    columns.add(
        new Column<>("adkim", line -> Codes.letter(Optional.of(line.of.policy().dkimMode()))));
    columns.add(
        new Column<>("aspf", line -> Codes.letter(Optional.of(line.of.policy().spfMode()))));
    columns.add(new Column<>("p", line -> Codes.word(line.of.policy().p())));
    columns.add(
        new Column<>("sp", line -> Codes.word(line.of.policy().sp().or(line.of.policy()::p))));
    columns.add(new Column<>("np", line -> Codes.word(line.of.policy().np())));
    columns.add(new Column<>("pct", line -> line.of.policy().pct().orElse(null)));
    columns.add(new Column<>("fo", line -> line.of.policy().fo().orElse(null)));
    columns.add(
        new Column<>(
            "testing",
            line -> line.of.policy().testing().map(yes -> yes ? "y" : "n").orElse(null)));
    columns.add(
        new Column<>("discovery_method", line -> Codes.word(line.of.policy().discoveryMethod())));
  }

  private static void source(List<Column<Line>> columns) {
    columns.add(
        new Column<>(
            "source_ip_address",
            line -> line.of.record().sourceIp().map(SourceIp::text).orElse(null)));
    columns.add(unknown("source_country"));
    columns.add(
        new Column<>(
            "source_reverse_dns",
            line -> line.host.map(known -> known.name().text()).orElse(null)));
    columns.add(
        new Column<>(
            "source_base_domain",
            line -> line.host.map(known -> known.base().text()).orElse(null)));
    columns.add(
        new Column<>(
            "source_name", line -> line.host.flatMap(SourceHosts.Known::service).orElse(null)));
    for (String column :
        List.of("source_type", "source_asn", "source_as_name", "source_as_domain")) {
      columns.add(unknown(column));
    }
    columns.add(new Column<>("count", line -> line.part.messages()));
  }

  private static void verdict(List<Column<Line>> columns) {
    columns.add(new Column<>("spf_aligned", line -> truth(passes(line.evaluated().spf()))));
    columns.add(new Column<>("dkim_aligned", line -> truth(passes(line.evaluated().dkim()))));
    columns.add(
        new Column<>(
            "dmarc_aligned",
            line -> truth(passes(line.evaluated().spf()) || passes(line.evaluated().dkim()))));
    columns.add(
        new Column<>(
            "disposition", line -> line.evaluated().disposition().map(Codes::word).orElse("none")));
    columns.add(
        new Column<>(
            "policy_override_reasons",
            line -> reasons(line, ",", reason -> reason.type().map(Codes::word))));
    columns.add(
        new Column<>("policy_override_comments", line -> reasons(line, "|", Reason::comment)));
  }

  private static void identifiers(List<Column<Line>> columns) {
    columns.add(new Column<>("envelope_from", ParsedmarcLines::envelopeFrom));
    columns.add(new Column<>("header_from", line -> text(line.of.identifiers().headerFrom())));
    columns.add(new Column<>("envelope_to", line -> text(line.of.identifiers().envelopeTo())));
  }

  private static void results(List<Column<Line>> columns) {
    columns.add(new Column<>("dkim_domains", line -> dkim(line, one -> text(one.domain()))));
    columns.add(
        new Column<>(
            "dkim_selectors",
            line -> dkim(line, one -> one.selector().orElse("none").toLowerCase(Locale.ROOT))));
    columns.add(
        new Column<>(
            "dkim_results",
            line -> dkim(line, one -> one.result().map(Codes::word).orElse("none"))));
    columns.add(new Column<>("spf_domains", line -> spf(line, one -> text(one.domain()))));
    columns.add(
        new Column<>(
            "spf_scopes", line -> spf(line, one -> Codes.word(one.scope().orElse(Scope.MFROM)))));
    columns.add(
        new Column<>(
            "spf_results", line -> spf(line, one -> one.result().map(Codes::word).orElse("none"))));
  }

  /** Something that is not known here of any source. */
  private static Column<Line> unknown(String name) {
    return new Column<>(name, line -> null);
  }

  private static String beforeAt(String reportId) {
    int at = reportId.indexOf('@');
    return at < 0 ? reportId : reportId.substring(0, at);
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }

  private static String truth(boolean is) {
    return is ? "True" : "False";
  }

  private static boolean passes(Optional<Verdict> verdict) {
    return verdict.filter(Verdict.PASS::equals).isPresent();
  }

  private static String reasons(
      Line line, String between, Function<Reason, Optional<String>> part) {
    return line.evaluated().reasons().stream()
        .map(reason -> part.apply(reason).orElse("none"))
        .collect(Collectors.joining(between));
  }

  /** Where the reporter names none, or says that it was empty, that of the last SPF check. */
  private static Object envelopeFrom(Line line) {
    List<Spf> spf = line.of.evidence().authResults().spf();
    return text(
        line.of
            .identifiers()
            .envelopeFrom()
            .or(() -> spf.isEmpty() ? Optional.empty() : spf.get(spf.size() - 1).domain()));
  }

  private static String dkim(Line line, Function<Dkim, Object> part) {
    return joined(
        line.of.evidence().authResults().dkim().stream().filter(one -> one.domain().isPresent()),
        part);
  }

  private static String spf(Line line, Function<Spf, Object> part) {
    return joined(
        line.of.evidence().authResults().spf().stream().filter(one -> one.domain().isPresent()),
        part);
  }

  private static <T> String joined(Stream<T> all, Function<T, Object> part) {
    return all.map(one -> String.valueOf(part.apply(one))).collect(Collectors.joining(","));
  }

  private static Object text(Optional<DomainName> domain) {
    return domain.map(DomainName::text).orElse(null);
  }

  private record Line(
      ExportedRecord of,
      String organization,
      Optional<SourceHosts.Known> host,
      DailyParts.Part part) {
    ReportMetadata metadata() {
      return of.stored().report().metadata();
    }

    PolicyEvaluated evaluated() {
      return of.evidence().policyEvaluated();
    }
  }
}
