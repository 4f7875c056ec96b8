package dmarcreports.output.wording;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Ranking;
import dmarcreports.output.page.Whose;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** What is said of many domains at once. */
public final class Overviews {
  private Overviews() {}

  public static String sentence(List<DomainFindings> domains, Language language) {
    Tally all = domains.stream().map(DomainFindings::tally).reduce(Tally.EMPTY, Tally::plus);
    long toDo = domains.stream().mapToLong(Ranking::toDo).sum();
    String period =
        Verdicts.period(
            day(
                domains.stream().map(DomainFindings::firstSeen).toList(),
                Comparator.naturalOrder()),
            day(domains.stream().map(DomainFindings::lastSeen).toList(), Comparator.reverseOrder()),
            language);
    return language.say(
        List.of(
            OverviewPhrase.SEEN.of(
                domains.size(), period, Verdicts.of(all, Whose.of(domains), language)),
            toDo == 0 ? TextPhrase.NOTHING_TO_DO.of() : TextPhrase.TO_DO.of(toDo)));
  }

  private static LocalDate day(List<LocalDate> days, Comparator<LocalDate> order) {
    return Collections.min(days, order);
  }
}
