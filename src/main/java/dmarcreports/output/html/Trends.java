package dmarcreports.output.html;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.sums.DayTally;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.html.view.Domain.Trend;
import dmarcreports.output.html.view.Domain.Trend.Course;
import dmarcreports.output.html.view.DomainPhrase;
import dmarcreports.output.language.Language;
import dmarcreports.output.wording.Numbers;
import java.time.LocalDate;
import java.util.Optional;

/** How the pass rate of a domain changes: its last week beside the one before. */
final class Trends {
  private static final int DAYS = 7;

  /** What is less is chance. */
  private static final double STEADY = 0.01;

  private Trends() {}

  static Optional<Trend> of(DomainFindings domain, Language language) {
    LocalDate end = domain.lastSeen().plusDays(1);
    Tally now = between(domain, end.minusDays(DAYS), end);
    Tally before = between(domain, end.minusDays(2 * DAYS), end.minusDays(DAYS));
    if (now.passRate().isEmpty() || before.passRate().isEmpty()) {
      return Optional.empty();
    }
    double change = now.passRate().getAsDouble() - before.passRate().getAsDouble();
    Course course =
        Math.abs(change) < STEADY ? Course.SAME : change > 0 ? Course.BETTER : Course.WORSE;
    return Optional.of(
        new Trend(
            course,
            language.say(word(course)),
            language.say(
                DomainPhrase.TREND.of(
                    DAYS,
                    Numbers.percent(now.passRate(), language),
                    Numbers.percent(before.passRate(), language)))));
  }

  private static Phrase word(Course course) {
    return switch (course) {
      case BETTER -> DomainPhrase.BETTER;
      case WORSE -> DomainPhrase.WORSE;
      case SAME -> DomainPhrase.SAME;
    };
  }

  private static Tally between(DomainFindings domain, LocalDate first, LocalDate end) {
    return domain.days().stream()
        .filter(day -> !day.day().isBefore(first) && day.day().isBefore(end))
        .map(DayTally::tally)
        .reduce(Tally.EMPTY, Tally::plus);
  }
}
