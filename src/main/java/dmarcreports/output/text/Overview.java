package dmarcreports.output.text;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.saying.Phrase;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Findings;
import dmarcreports.output.page.Ranking;
import dmarcreports.output.page.Whose;
import dmarcreports.output.plain.Codes;
import dmarcreports.output.plain.Inert;
import dmarcreports.output.plain.Lines;
import dmarcreports.output.wording.Numbers;
import dmarcreports.output.wording.OverviewPhrase;
import dmarcreports.output.wording.Prose;
import dmarcreports.output.wording.TextPhrase;
import dmarcreports.report.PolicyPublished;
import dmarcreports.stored.PolicyDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Many domains at once: a sentence about all, and a line about each of the worst. */
final class Overview {
  private static final int MOST = 50;
  private static final int WIDTH = 80;
  private static final List<Phrase> HEADER =
      List.of(
          OverviewPhrase.DOMAIN,
          TextPhrase.MESSAGES,
          OverviewPhrase.PASS,
          OverviewPhrase.FAILING,
          OverviewPhrase.TO_DO,
          OverviewPhrase.POLICY,
          OverviewPhrase.READY_FOR);

  private Overview() {}

  /** A line for each of the worst, and how many more there are. */
  static void table(List<DomainFindings> worstFirst, Findings findings, Paragraphs out) {
    List<DomainFindings> shown = worstFirst.subList(0, Math.min(MOST, worstFirst.size()));
    Language language = findings.language();
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADER.stream().map(language::say).toList());
    shown.forEach(
        domain -> lines.add(line(domain, findings.domains().get(domain.domain()), language)));
    int[] widths = widths(lines);
    for (List<String> line : lines) {
      List<String> cells = new ArrayList<>(line);
      if (Lines.width(line.get(0)) > widths[0]) {
        out.whole("", Prose.shortened(line.get(0), WIDTH));
        cells.set(0, "");
      }
      out.whole("", laidOut(cells, widths));
    }
    if (worstFirst.size() > MOST) {
      List<DomainFindings> rest = worstFirst.subList(MOST, worstFirst.size());
      long busy = rest.stream().filter(domain -> Ranking.toDo(domain) > 0).count();
      out.wrapped(
          language.say(
              busy == 0
                  ? OverviewPhrase.MORE_WITH_NOTHING_TO_DO.of(rest.size())
                  : OverviewPhrase.MORE.of(rest.size(), busy)));
    }
    out.wrapped(language.say(OverviewPhrase.FAILING_NOTE));
  }

  private static List<String> line(DomainFindings domain, PolicyDomain stored, Language language) {
    return List.of(
        domain.domain().text(),
        Numbers.few(domain.tally().messages()),
        domain.tally().passRate().isEmpty()
            ? "-"
            : Numbers.percent(domain.tally().passRate(), language),
        Numbers.few(Whose.of(domain).ours()),
        Numbers.few(Ranking.toDo(domain)),
        Optional.ofNullable(stored)
            .map(PolicyDomain::newest)
            .flatMap(PolicyPublished::p)
            .map(Codes::word)
            .orElse("-"),
        Codes.ready(domain.readyFor()));
  }

  /** What each column needs; a name that is longer than what is left has a line of its own. */
  private static int[] widths(List<List<String>> lines) {
    int[] widths = new int[HEADER.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Lines.width(line.get(i)));
      }
    }
    int others = 0;
    for (int i = 1; i < widths.length; i++) {
      others += widths[i] + 2;
    }
    widths[0] = Math.min(widths[0], WIDTH - others);
    return widths;
  }

  private static String laidOut(List<String> line, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      boolean number = i > 0 && i < 5;
      String cell = Inert.line(line.get(i));
      text.append(i == 0 ? "" : "  ")
          .append(number ? Lines.right(cell, widths[i]) : Lines.left(cell, widths[i]));
    }
    return text.toString().stripTrailing();
  }
}
