package dmarcreports.output.html;

import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.sums.ReporterFindings;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.html.view.GuidePhrase;
import dmarcreports.output.html.view.Page.Discards;
import dmarcreports.output.html.view.Page.Reporters;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Findings;
import dmarcreports.output.wording.Listed;
import dmarcreports.output.wording.Words;
import dmarcreports.stored.DiscardList;
import dmarcreports.stored.Discarded;
import dmarcreports.stored.Reporter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What findings rest on: who reported, and what of it could not be read. */
final class TestimonyViews {
  /** As many reporters are named. */
  private static final int REPORTERS = 100;

  private final Findings findings;
  private final Language language;

  TestimonyViews(Findings findings) {
    this.findings = findings;
    this.language = findings.language();
  }

  Reporters reporters() {
    Map<String, ReporterFindings> found = new HashMap<>();
    findings.analysis().reporters().forEach(one -> found.put(one.reporter(), one));
    List<Reporter> all =
        findings.reporters().stream()
            .sorted((one, other) -> Long.compare(other.messages(), one.messages()))
            .toList();
    List<Reporter> shown = all.subList(0, Math.min(REPORTERS, all.size()));
    int left = all.size() - shown.size();
    return new Reporters(
        shown.stream().map(one -> line(one, Optional.ofNullable(found.get(one.name())))).toList(),
        Listed.more(left, "reporters.csv", language),
        findings.analysis().reporters().stream()
            .filter(one -> !one.faults().isEmpty())
            .limit(REPORTERS)
            .map(this::faults)
            .toList());
  }

  Optional<Discards> discards() {
    DiscardList discards = findings.discards();
    long left = discards.all() - discards.first().size();
    return discards.all() == 0
        ? Optional.empty()
        : Optional.of(
            new Discards(
                discards.first().stream().map(TestimonyViews::line).toList(),
                Listed.more(left, "discards", language)));
  }

  private static Discards.DiscardLine line(Discarded one) {
    String input = one.member().map(member -> one.input() + " > " + member).orElse(one.input());
    return new Discards.DiscardLine(one.reason(), input, one.detail());
  }

  private Reporters.ReporterLine line(Reporter stored, Optional<ReporterFindings> found) {
    long contradictions = found.map(ReporterFindings::contradictions).orElse(0L);
    return new Reporters.ReporterLine(
        stored.name(),
        Cells.number(stored.reports(), language),
        Cells.number(stored.messages(), language),
        Cells.number(Tally.sum(stored.deviations(), contradictions), language),
        stored.lastSeen().toString());
  }

  private String faults(ReporterFindings reporter) {
    List<String> faults =
        reporter.faults().stream().map(fault -> Words.of(fault, language)).toList();
    return language.say(
        GuidePhrase.UNRELIABLE.of(reporter.reporter(), Names.of(Names.Joint.SERIES, faults)));
  }
}
