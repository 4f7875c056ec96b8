package dmarcreports.output;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.SourceFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.sums.DayTally;
import dmarcreports.analysis.sums.ReporterFindings;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.wording.Language;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import dmarcreports.stored.PolicyDomain;
import dmarcreports.stored.Reporter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The tables of the contract: names and order of the columns are a promise to scripts. */
final class Tables {
  static final Table<Domain> DOMAINS = Table.of("domains", DomainColumns.all(), Tables::domains);
  static final Table<Source> SOURCES =
      new Table<>("sources", DiagnosisColumns.ofSources(), Tables::sources);
  static final Table<Stream> STREAMS =
      new Table<>("streams", DiagnosisColumns.ofStreams(), Tables::streams);
  static final Table<Act> ACTIONS =
      new Table<>("actions", ActionColumns.ofTable(), Tables::actions);
  static final Table<Day> DAILY =
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
  static final Table<ReporterLine> REPORTERS =
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
                  "faults", line -> line.found().faults().stream().map(Tables::word).toList())),
          Tables::reporters);

  /** In the order in which JSON and files name them. */
  static final List<Table<?>> ALL = List.of(DOMAINS, SOURCES, STREAMS, ACTIONS, DAILY, REPORTERS);

  private Tables() {}

  record Domain(DomainFindings findings, PolicyDomain stored) {}

  record Source(DomainName domain, SourceFindings source, Language language) {}

  record Stream(DomainName domain, StreamFindings stream, Language language) {}

  record Act(DomainName domain, Ranked ranked, RemedyText words) {
    /** One of which it is not known what it may stand for. */
    Act(DomainName domain, int rank, Action action, Language language) {
      this(domain, new Ranked(rank, action, List.of()), language);
    }

    private Act(DomainName domain, Ranked ranked, Language language) {
      this(domain, ranked, new RemedyText(ranked.action().remedy(), language));
    }

    Action action() {
      return ranked.action();
    }
  }

  record ReporterLine(Reporter stored, ReporterFindings found) {}

  record Day(DomainName domain, DayTally day) {}

  /** A share with four places, a number in JSON too; null where there is none. */
  static BigDecimal rate(OptionalDouble rate) {
    return rate.isEmpty()
        ? null
        : BigDecimal.valueOf(rate.getAsDouble()).setScale(4, RoundingMode.HALF_UP);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static Object word(Optional<? extends Enum<?>> constant) {
    return constant.map(Tables::word).orElse(null);
  }

  /** The strictest policy that would be safe; unknown where too little is seen to tell. */
  static String ready(Optional<Policy> policy) {
    return policy.map(Tables::word).orElse("unknown");
  }

  static Object letter(Optional<AlignmentMode> mode) {
    return mode.map(one -> one == AlignmentMode.STRICT ? "s" : "r").orElse(null);
  }

  private static List<Domain> domains(Findings findings) {
    return findings.analysis().domains().stream()
        .map(domain -> new Domain(domain, findings.domains().get(domain.domain())))
        .toList();
  }

  private static void sources(Findings findings, Table.Lines<Source> to) throws IOException {
    for (DomainFindings domain : findings.analysis().domains()) {
      for (SourceFindings source :
          findings.filters().all() ? domain.sources() : domain.failingSources()) {
        to.write(new Source(domain.domain(), source, findings.language()));
      }
    }
  }

  private static void streams(Findings findings, Table.Lines<Stream> to) throws IOException {
    for (DomainFindings domain : findings.analysis().domains()) {
      for (StreamFindings stream : domain.streams()) {
        to.write(new Stream(domain.domain(), stream, findings.language()));
      }
    }
  }

  private static void actions(Findings findings, Table.Lines<Act> to) throws IOException {
    for (DomainFindings domain : findings.analysis().domains()) {
      for (Ranked ranked : Ranking.of(domain)) {
        to.write(new Act(domain.domain(), ranked, findings.language()));
      }
    }
  }

  private static List<ReporterLine> reporters(Findings findings) {
    Map<String, ReporterFindings> found = new HashMap<>();
    findings.analysis().reporters().forEach(reporter -> found.put(reporter.reporter(), reporter));
    return findings.reporters().stream()
        .map(
            reporter ->
                new ReporterLine(
                    reporter,
                    found.getOrDefault(
                        reporter.name(), new ReporterFindings(reporter.name(), 0, List.of()))))
        .toList();
  }

  private static List<Day> days(Findings findings) {
    return findings.analysis().domains().stream()
        .flatMap(domain -> domain.days().stream().map(day -> new Day(domain.domain(), day)))
        .toList();
  }
}
