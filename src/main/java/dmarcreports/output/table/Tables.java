package dmarcreports.output.table;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.SourceFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.sums.ReporterFindings;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.page.Findings;
import dmarcreports.output.page.Ranked;
import dmarcreports.output.page.Ranking;
import dmarcreports.output.plain.Codes;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of the contract: names and order of the columns are a promise to scripts. */
public final class Tables {
  static final Table<About.Domain> DOMAINS =
      Table.of("domains", DomainColumns.all(), Tables::domains);
  public static final Table<About.Source> SOURCES =
      new Table<>("sources", DiagnosisColumns.ofSources(), Tables::sources);
  public static final Table<About.Stream> STREAMS =
      new Table<>("streams", DiagnosisColumns.ofStreams(), Tables::streams);
  static final Table<About.Act> ACTIONS =
      new Table<>("actions", ActionColumns.ofTable(), Tables::actions);
  static final Table<About.Day> DAILY =
      Table.of(
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
  static final Table<About.ReporterLine> REPORTERS =
      Table.of(
          "reporters",
          List.of(
              new Column<>("reporter", line -> line.stored().name()),
              new Column<>("reports", line -> line.stored().reports()),
              new Column<>("messages", line -> line.stored().messages()),
              new Column<>("format", line -> line.stored().format()),
              new Column<>(
                  "deviations",
                  line -> Tally.sum(line.stored().deviations(), line.found().contradictions())),
              new Column<>("last_seen", line -> line.stored().lastSeen()),
              Column.json("contradictions", line -> line.found().contradictions()),
              Column.json(
                  "faults", line -> line.found().faults().stream().map(Codes::word).toList())),
          Tables::reporters);

  /** In the order in which JSON and files name them. */
  public static final List<Table<?>> ALL =
      List.of(DOMAINS, SOURCES, STREAMS, ACTIONS, DAILY, REPORTERS);

  private Tables() {}

  private static List<About.Domain> domains(Findings findings) {
    return findings.analysis().domains().stream()
        .map(domain -> new About.Domain(domain, findings.domains().get(domain.domain())))
        .toList();
  }

  private static void sources(Findings findings, Table.Lines<About.Source> to) throws IOException {
    for (DomainFindings domain : findings.analysis().domains()) {
      for (SourceFindings source :
          findings.filters().all() ? domain.sources() : domain.failingSources()) {
        to.write(new About.Source(domain.domain(), source, findings.language()));
      }
    }
  }

  private static void streams(Findings findings, Table.Lines<About.Stream> to) throws IOException {
    for (DomainFindings domain : findings.analysis().domains()) {
      for (StreamFindings stream : domain.streams()) {
        to.write(new About.Stream(domain.domain(), stream, findings.language()));
      }
    }
  }

  private static void actions(Findings findings, Table.Lines<About.Act> to) throws IOException {
    for (DomainFindings domain : findings.analysis().domains()) {
      for (Ranked ranked : Ranking.of(domain)) {
        to.write(new About.Act(domain.domain(), ranked, findings.language()));
      }
    }
  }

  private static List<About.ReporterLine> reporters(Findings findings) {
    Map<String, ReporterFindings> found = new HashMap<>();
    findings.analysis().reporters().forEach(reporter -> found.put(reporter.reporter(), reporter));
    return findings.reporters().stream()
        .map(
            reporter ->
                new About.ReporterLine(
                    reporter,
                    found.getOrDefault(
                        reporter.name(), new ReporterFindings(reporter.name(), 0, List.of()))))
        .toList();
  }

  private static List<About.Day> days(Findings findings) {
    return findings.analysis().domains().stream()
        .flatMap(domain -> domain.days().stream().map(day -> new About.Day(domain.domain(), day)))
        .toList();
  }
}
