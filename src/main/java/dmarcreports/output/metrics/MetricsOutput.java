package dmarcreports.output.metrics;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.metrics.Exposition.Label;
import dmarcreports.output.page.Findings;
import dmarcreports.output.page.Output;
import dmarcreports.stored.Reporter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What monitoring watches, for the textfile collector of Prometheus' node exporter. Gauges, since
 * they are about a period and go down again. Whoever sends reports chooses their domains and names:
 * beyond so many, those with the fewest reports are counted together.
 */
public final class MetricsOutput implements Output {
  static final int MOST_DOMAINS = 500;
  static final int MOST_REPORTERS = 200;

  /** Stands for the domains beyond the most; no domain is called that. */
  private static final String OTHERS = "*";

  @Override
  public void write(Findings findings, OutputStream to) throws IOException {
    List<DomainFindings> domains =
        findings.analysis().domains().stream()
            .sorted(
                Comparator.comparingLong((DomainFindings domain) -> reports(findings, domain))
                    .reversed()
                    .thenComparing(DomainFindings::domain))
            .toList();
    List<DomainFindings> shown = byName(domains.subList(0, Math.min(MOST_DOMAINS, domains.size())));
    List<DomainFindings> others = domains.subList(shown.size(), domains.size());
    List<Reporter> reporters = mostReports(findings.reporters());
    Exposition text = new Exposition(findings.language());
    tallies(text, Gauge.MESSAGES, shown, others, DomainFindings::tally);
    tallies(text, Gauge.OWN_MESSAGES, shown, others, DomainFindings::believedOurs);
    actions(text, shown, others);
    reporters(text, reporters);
    text.begin(Gauge.DISCARDS);
    text.sample(Gauge.DISCARDS, List.of(), findings.discards().all());
    text.begin(Gauge.LEFT_OUT);
    text.sample(Gauge.LEFT_OUT, List.of(new Label("kind", "domains")), others.size());
    text.sample(
        Gauge.LEFT_OUT,
        List.of(new Label("kind", "reporters")),
        (long) findings.reporters().size() - reporters.size());
    to.write(text.end().getBytes(StandardCharsets.UTF_8));
    to.flush();
  }

  private static long reports(Findings findings, DomainFindings domain) {
    return findings.domains().get(domain.domain()).reports();
  }

  private static List<DomainFindings> byName(List<DomainFindings> domains) {
    return domains.stream().sorted(Comparator.comparing(DomainFindings::domain)).toList();
  }

  private static List<Reporter> mostReports(List<Reporter> reporters) {
    return reporters.stream()
        .sorted(
            Comparator.comparingLong(Reporter::reports).reversed().thenComparing(Reporter::name))
        .limit(MOST_REPORTERS)
        .toList();
  }

  private static void tallies(
      Exposition text,
      Gauge gauge,
      List<DomainFindings> shown,
      List<DomainFindings> others,
      Function<DomainFindings, Tally> tally) {
    text.begin(gauge);
    for (DomainFindings domain : shown) {
      tally(text, gauge, domain.domain().text(), tally.apply(domain));
    }
    if (!others.isEmpty()) {
      tally(text, gauge, OTHERS, others.stream().map(tally).reduce(Tally.EMPTY, Tally::plus));
    }
  }

  private static void tally(Exposition text, Gauge gauge, String domain, Tally tally) {
    Label of = new Label("domain", domain);
    text.sample(gauge, List.of(of, new Label("result", "pass")), tally.pass());
    text.sample(gauge, List.of(of, new Label("result", "fail")), tally.fail());
    text.sample(gauge, List.of(of, new Label("result", "unknown")), tally.unknown());
  }

  private static void actions(
      Exposition text, List<DomainFindings> shown, List<DomainFindings> others) {
    text.begin(Gauge.ACTIONS_OPEN);
    for (DomainFindings domain : shown) {
      actions(text, domain.domain().text(), domain.actions());
    }
    actions(text, OTHERS, others.stream().flatMap(domain -> domain.actions().stream()).toList());
  }

  private static void actions(Exposition text, String domain, List<Action> actions) {
    Map<String, Long> open = new TreeMap<>();
    for (Action action : actions) {
      if (action.state() == ActionState.OPEN || action.state() == ActionState.BACK) {
        open.merge(action.code(), 1L, Long::sum);
      }
    }
    open.forEach(
        (code, number) ->
            text.sample(
                Gauge.ACTIONS_OPEN,
                List.of(new Label("domain", domain), new Label("action", code)),
                number));
  }

  /** Names that look the same when they are inert are one: the same labels twice spoil the file. */
  private static void reporters(Exposition text, List<Reporter> reporters) {
    Map<String, Long> newest = new TreeMap<>();
    for (Reporter reporter : reporters) {
      newest.merge(
          Exposition.value(reporter.name()), reporter.newestEnd().getEpochSecond(), Math::max);
    }
    text.begin(Gauge.NEWEST_REPORT_TIMESTAMP_SECONDS);
    newest.forEach(
        (name, second) ->
            text.sample(
                Gauge.NEWEST_REPORT_TIMESTAMP_SECONDS,
                List.of(new Label("reporter", name)),
                second));
  }
}
