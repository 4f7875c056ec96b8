package dmarcreports.output;

import dmarcreports.analysis.DayTally;
import dmarcreports.analysis.Diagnosis;
import dmarcreports.analysis.DomainFindings;
import dmarcreports.analysis.SourceFindings;
import dmarcreports.analysis.StreamFindings;
import dmarcreports.analysis.Tally;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyDomain;
import dmarcreports.report.Reporter;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** The tables of the contract: names and order of the columns are a promise to scripts. */
final class Tables {
  static final Table<Domain> DOMAINS = domains();
  static final Table<Source> SOURCES =
      new Table<>(
          "sources",
          diagnosed(
              List.of(
                  new Column<>("domain", line -> line.domain().text()),
                  new Column<>(
                      "source_ip",
                      line -> line.source().sourceIp().map(SourceIp::text).orElse(null))),
              line ->
                  new Diagnosed(
                      line.source().tally(),
                      line.source().diagnosis(),
                      line.source().firstSeen(),
                      line.source().lastSeen())),
          Tables::sources);
  static final Table<Stream> STREAMS =
      new Table<>(
          "streams",
          diagnosed(
              List.of(
                  new Column<>("domain", line -> line.domain().text()),
                  new Column<>("source_group", line -> line.stream().sourceGroup()),
                  new Column<>("sources", line -> line.stream().sources())),
              line ->
                  new Diagnosed(
                      line.stream().tally(),
                      line.stream().diagnosis(),
                      line.stream().firstSeen(),
                      line.stream().lastSeen())),
          Tables::streams);
  static final Table<Day> DAILY =
      new Table<>(
          "daily",
          List.of(
              new Column<>("domain", line -> line.domain().text()),
              new Column<>("day", line -> line.day().day()),
              new Column<>("messages", line -> line.day().tally().messages()),
              new Column<>("dmarc_pass", line -> line.day().tally().pass()),
              new Column<>("dmarc_fail", line -> line.day().tally().fail()),
              new Column<>("dmarc_unknown", line -> line.day().tally().unknown()),
              new Column<>("spf_aligned", line -> line.day().tally().spfAligned()),
              new Column<>("dkim_aligned", line -> line.day().tally().dkimAligned()),
              new Column<>("quarantined", line -> line.day().tally().quarantined()),
              new Column<>("rejected", line -> line.day().tally().rejected())),
          Tables::days);
  static final Table<Reporter> REPORTERS =
      new Table<>(
          "reporters",
          List.of(
              new Column<>("reporter", Reporter::name),
              new Column<>("reports", Reporter::reports),
              new Column<>("messages", Reporter::messages),
              new Column<>("format", Reporter::format),
              new Column<>("deviations", Reporter::deviations),
              new Column<>("last_seen", Reporter::lastSeen)),
          Findings::reporters);

  /** In the order in which JSON and files name them. */
  static final List<Table<?>> ALL = List.of(DOMAINS, SOURCES, STREAMS, DAILY, REPORTERS);

  private Tables() {}

  record Domain(DomainFindings findings, PolicyDomain stored) {}

  record Source(DomainName domain, SourceFindings source) {}

  record Stream(DomainName domain, StreamFindings stream) {}

  record Day(DomainName domain, DayTally day) {}

  private record Diagnosed(
      Tally tally, Diagnosis diagnosis, LocalDate firstSeen, LocalDate lastSeen) {}

  static Object rate(OptionalDouble rate) {
    return rate.isEmpty() ? null : String.format(Locale.ROOT, "%.4f", rate.getAsDouble());
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Object word(Optional<? extends Enum<?>> constant) {
    return constant.map(Tables::word).orElse(null);
  }

  private static Object letter(Optional<AlignmentMode> mode) {
    return mode.map(one -> one == AlignmentMode.STRICT ? "s" : "r").orElse(null);
  }

  private static Object number(OptionalLong number) {
    return number.isEmpty() ? null : (Object) number.getAsLong();
  }

  private static Table<Domain> domains() {
    List<Column<Domain>> columns = new ArrayList<>();
    columns.add(new Column<>("domain", line -> line.findings().domain().text()));
    columns.add(new Column<>("p", line -> word(line.stored().newest().p())));
    columns.add(new Column<>("sp", line -> word(line.stored().newest().sp())));
    columns.add(new Column<>("np", line -> word(line.stored().newest().np())));
    columns.add(new Column<>("adkim", line -> letter(line.stored().newest().adkim())));
    columns.add(new Column<>("aspf", line -> letter(line.stored().newest().aspf())));
    columns.add(new Column<>("pct", line -> line.stored().newest().pct().orElse(null)));
    columns.add(
        new Column<>(
            "testing",
            line -> line.stored().newest().testing().map(yes -> yes ? "y" : "n").orElse(null)));
    columns.add(new Column<>("messages", line -> line.findings().tally().messages()));
    columns.add(new Column<>("dmarc_pass", line -> line.findings().tally().pass()));
    columns.add(new Column<>("dmarc_fail", line -> line.findings().tally().fail()));
    columns.add(new Column<>("dmarc_unknown", line -> line.findings().tally().unknown()));
    columns.add(new Column<>("pass_rate", line -> rate(line.findings().tally().passRate())));
    columns.add(new Column<>("spf_aligned", line -> line.findings().tally().spfAligned()));
    columns.add(new Column<>("dkim_aligned", line -> line.findings().tally().dkimAligned()));
    columns.add(new Column<>("quarantined", line -> line.findings().tally().quarantined()));
    columns.add(new Column<>("rejected", line -> line.findings().tally().rejected()));
    columns.add(new Column<>("overridden", line -> line.findings().tally().overridden()));
    columns.add(new Column<>("reports", line -> line.stored().reports()));
    columns.add(new Column<>("reporters", line -> line.stored().reporters()));
    columns.add(new Column<>("first_seen", line -> line.findings().firstSeen()));
    columns.add(new Column<>("last_seen", line -> line.findings().lastSeen()));
    columns.add(new Column<>("ready_for", line -> line.findings().readyFor()));
    columns.add(new Column<>("blocked_by", line -> line.findings().blockedBy()));
    return new Table<>("domains", columns, Tables::domains);
  }

  private static <T> List<Column<T>> diagnosed(
      List<Column<T>> keys, Function<T, Diagnosed> diagnosed) {
    List<Column<T>> columns = new ArrayList<>(keys);
    for (Column<Diagnosed> column : diagnosed()) {
      columns.add(new Column<>(column.name(), line -> column.value().apply(diagnosed.apply(line))));
    }
    return columns;
  }

  private static List<Column<Diagnosed>> diagnosed() {
    return List.of(
        new Column<>("sender", line -> line.diagnosis().sender()),
        new Column<>("messages", line -> line.tally().messages()),
        new Column<>("dmarc_pass", line -> line.tally().pass()),
        new Column<>("dmarc_fail", line -> line.tally().fail()),
        new Column<>("dmarc_unknown", line -> line.tally().unknown()),
        new Column<>("failure", line -> word(line.diagnosis().failure())),
        new Column<>("class", line -> word(line.diagnosis().streamClass())),
        new Column<>("confidence", line -> word(line.diagnosis().confidence())),
        new Column<>(
            "header_from",
            line -> line.diagnosis().headerFrom().map(DomainName::text).orElse(null)),
        new Column<>("spf_domain", line -> line.diagnosis().spfDomain()),
        new Column<>("spf_result", line -> line.diagnosis().spfResult()),
        new Column<>("spf_cause", line -> word(line.diagnosis().spfCause())),
        new Column<>(
            "dkim_domains",
            line -> line.diagnosis().dkimDomains().stream().map(DomainName::text).toList()),
        new Column<>("dkim_cause", line -> word(line.diagnosis().dkimCause())),
        new Column<>("quarantined", line -> line.tally().quarantined()),
        new Column<>("rejected", line -> line.tally().rejected()),
        new Column<>(
            "recommendations",
            line -> line.diagnosis().recommendations().stream().map(Tables::word).toList()),
        new Column<>("repaired_min", line -> number(line.diagnosis().repairedMin())),
        new Column<>("repaired_max", line -> number(line.diagnosis().repairedMax())),
        new Column<>("first_seen", Diagnosed::firstSeen),
        new Column<>("last_seen", Diagnosed::lastSeen),
        new Column<>("explanation", line -> line.diagnosis().explanation()));
  }

  private static List<Domain> domains(Findings findings) {
    return findings.analysis().domains().stream()
        .map(domain -> new Domain(domain, findings.domains().get(domain.domain())))
        .toList();
  }

  private static List<Source> sources(Findings findings) {
    return findings.analysis().domains().stream()
        .flatMap(
            domain ->
                domain.sources().stream()
                    .filter(source -> findings.all() || source.tally().fail() > 0)
                    .map(source -> new Source(domain.domain(), source)))
        .toList();
  }

  private static List<Stream> streams(Findings findings) {
    return findings.analysis().domains().stream()
        .flatMap(
            domain -> domain.streams().stream().map(stream -> new Stream(domain.domain(), stream)))
        .toList();
  }

  private static List<Day> days(Findings findings) {
    return findings.analysis().domains().stream()
        .flatMap(domain -> domain.days().stream().map(day -> new Day(domain.domain(), day)))
        .toList();
  }
}
