package dmarcreports.output;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.report.PolicyPublished;
import dmarcreports.stored.PolicyDomain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Many domains at once: a sentence about all, and a line about each of the worst. */
final class Overview {
  private static final int MOST = 50;
  private static final int WIDTH = 80;
  private static final List<String> HEADER =
      List.of("domain", "messages", "pass", "failing*", "to do", "policy", "ready for");

  private Overview() {}

  static String sentence(List<DomainFindings> domains) {
    Tally all = domains.stream().map(DomainFindings::tally).reduce(Tally.EMPTY, Tally::plus);
    long toDo = domains.stream().mapToLong(Ranking::toDo).sum();
    return Numbers.counted(domains.size(), "domain")
        + ", seen "
        + Verdicts.period(
            day(
                domains.stream().map(DomainFindings::firstSeen).toList(),
                Comparator.naturalOrder()),
            day(domains.stream().map(DomainFindings::lastSeen).toList(), Comparator.reverseOrder()))
        + ": "
        + Verdicts.of(all, Whose.of(domains))
        + ". "
        + (toDo == 0 ? "Nothing to do." : Numbers.counted(toDo, "action") + " to do.");
  }

  private static LocalDate day(List<LocalDate> days, Comparator<LocalDate> order) {
    return Collections.min(days, order);
  }

  /** A line for each of the worst, and how many more there are. */
  static void table(List<DomainFindings> worstFirst, Findings findings, Paragraphs out) {
    List<DomainFindings> shown = worstFirst.subList(0, Math.min(MOST, worstFirst.size()));
    List<List<String>> lines = new ArrayList<>(List.of(HEADER));
    shown.forEach(domain -> lines.add(line(domain, findings.domains().get(domain.domain()))));
    int[] widths = widths(lines);
    for (List<String> line : lines) {
      List<String> cells = new ArrayList<>(line);
      if (line.get(0).length() > widths[0]) {
        out.whole("", Prose.shortened(line.get(0), WIDTH));
        cells.set(0, "");
      }
      out.whole("", laidOut(cells, widths));
    }
    if (worstFirst.size() > MOST) {
      List<DomainFindings> rest = worstFirst.subList(MOST, worstFirst.size());
      long busy = rest.stream().filter(domain -> Ranking.toDo(domain) > 0).count();
      out.wrapped(
          "and "
              + Numbers.counted(rest.size(), "more domain")
              + ", "
              + (busy == 0 ? "none" : busy)
              + " of them with something to do; domains.csv lists all (--format csv --out DIR).");
    }
    out.wrapped("* failing messages that are believed to be yours");
  }

  private static List<String> line(DomainFindings domain, PolicyDomain stored) {
    return List.of(
        domain.domain().text(),
        Numbers.few(domain.tally().messages()),
        domain.tally().passRate().isEmpty() ? "-" : Numbers.percent(domain.tally().passRate()),
        Numbers.few(Whose.of(domain).ours()),
        Numbers.few(Ranking.toDo(domain)),
        Optional.ofNullable(stored)
            .map(PolicyDomain::newest)
            .flatMap(PolicyPublished::p)
            .map(Tables::word)
            .orElse("-"),
        domain.readyFor());
  }

  /** What each column needs; a name that is longer than what is left has a line of its own. */
  private static int[] widths(List<List<String>> lines) {
    int[] widths = new int[HEADER.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
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
      String form = "%" + (number ? "" : "-") + widths[i] + "s";
      text.append(i == 0 ? "" : "  ").append(String.format(Locale.ROOT, form, cell));
    }
    return text.toString().stripTrailing();
  }
}
