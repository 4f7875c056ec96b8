package dmarcreports.output.html;

import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sums.DayTally;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.html.view.Chart;
import dmarcreports.output.html.view.Chart.Day;
import dmarcreports.output.html.view.Chart.Event;
import dmarcreports.output.html.view.Chart.Mark;
import dmarcreports.output.html.view.Chart.Month;
import dmarcreports.output.html.view.Chart.Series;
import dmarcreports.output.html.view.ChartPhrase;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Entry;
import dmarcreports.output.wording.Headlines;
import dmarcreports.output.wording.Ranges;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The days of a domain, drawn. Written out as a few paths, because that is all it needs: a library
 * would have to be run by the reader's browser, and prints nothing where that does not run it.
 */
final class Charts {
  private static final String PASS = "pass";
  private static final String FAIL = "fail";
  private static final String UNKNOWN = "unknown";

  private static final int HEIGHT = 100;

  /** What there is at all can be seen. */
  private static final int LEAST_HEIGHT = 1;

  private static final double NEAR = 0.08;

  private final List<DayTally> days;
  private final Room room;
  private final LocalDate first;
  private final long span;
  private final long peak;
  private final Language language;

  private Charts(List<DayTally> days, Room room, Language language) {
    this.days = days;
    this.room = room;
    this.language = language;
    this.first = days.get(0).day();
    this.span = ChronoUnit.DAYS.between(first, days.get(days.size() - 1).day()) + 1;
    this.peak = days.stream().mapToLong(day -> day.tally().messages()).max().orElse(0);
  }

  /**
   * @param events what may have changed on one of the days, and where links to it lead
   */
  static Optional<Chart> of(
      DomainFindings domain, Map<Entry, String> events, Room room, Language language) {
    List<DayTally> all = domain.days();
    if (domain.tally().messages() == 0) {
      return Optional.empty();
    }
    LocalDate since = all.get(all.size() - 1).day().minusDays(room.days() - 1L);
    List<DayTally> days = all.stream().filter(day -> !day.day().isBefore(since)).toList();
    if (days.stream().allMatch(day -> day.tally().messages() == 0)) {
      return Optional.empty();
    }
    return Optional.of(new Charts(days, room, language).chart(events, all.size() - days.size()));
  }

  private Chart chart(Map<Entry, String> events, int leftOut) {
    Outline fail = new Outline();
    Outline pass = new Outline();
    Outline unknown = new Outline();
    for (DayTally day : days) {
      Tally tally = day.tally();
      long x = ChronoUnit.DAYS.between(first, day.day());
      int y = fail.day(x, HEIGHT, height(tally.fail(), HEIGHT));
      y = pass.day(x, y, height(tally.pass(), y));
      unknown.day(x, y, height(tally.unknown(), y));
    }
    List<Series> series = new ArrayList<>();
    series(FAIL, ChartPhrase.FAIL, fail, series);
    series(PASS, ChartPhrase.PASS, pass, series);
    series(UNKNOWN, ChartPhrase.UNKNOWN, unknown, series);
    SortedMap<LocalDate, List<Map.Entry<Entry, String>>> changed = changed(events);
    return new Chart(
        language.say(says()),
        language.grouped(peak),
        first.toString(),
        days.get(days.size() - 1).day().toString(),
        span,
        HEIGHT,
        series,
        marks(changed),
        changed.entrySet().stream()
            .flatMap(on -> on.getValue().stream().map(one -> event(on.getKey(), one)))
            .toList(),
        months(series),
        days.size(),
        leftOut > 0
            ? Optional.of(language.say(ChartPhrase.MORE.of(leftOut, "daily.csv")))
            : Optional.empty());
  }

  private int height(long messages, int room) {
    return messages == 0
        ? 0
        : (int)
            Math.min(room, Math.max(LEAST_HEIGHT, Math.round((double) HEIGHT * messages / peak)));
  }

  private void series(String kind, Phrase label, Outline outline, List<Series> to) {
    if (outline.isThere()) {
      to.add(new Series(kind, language.say(label), outline.path()));
    }
  }

  /** Of one kind of messages, and of those below it, which are drawn over it. */
  private static final class Outline {
    private final StringBuilder path = new StringBuilder("M0 " + HEIGHT);
    private long at;
    private boolean there;

    /** Draws the day upwards from there; to where. */
    int day(long x, int bottom, int height) {
      if (x > at) {
        path.append('V').append(HEIGHT).append('h').append(x - at);
      }
      int top = bottom - height;
      path.append('V').append(top).append("h1");
      at = x + 1;
      there |= height > 0;
      return top;
    }

    boolean isThere() {
      return there;
    }

    String path() {
      return path.toString() + 'V' + HEIGHT;
    }
  }

  private Saying says() {
    DayTally most = max(Comparator.comparingLong(day -> day.tally().messages()));
    DayTally worst = max(Comparator.comparingLong(day -> day.tally().fail()));
    LocalDate last = days.get(days.size() - 1).day();
    String messages = language.grouped(peak);
    return worst.tally().fail() == 0
        ? ChartPhrase.SAYS_NONE_FAIL.of(first, last, messages, most.day())
        : ChartPhrase.SAYS.of(
            first, last, messages, most.day(), language.grouped(worst.tally().fail()), worst.day());
  }

  /** The first of them. */
  private DayTally max(Comparator<DayTally> order) {
    return days.stream()
        .max(order.thenComparing(DayTally::day, Comparator.reverseOrder()))
        .orElseThrow();
  }

  /** The newest changes, by day; what was so from the first day on is none. */
  private SortedMap<LocalDate, List<Map.Entry<Entry, String>>> changed(Map<Entry, String> events) {
    LocalDate last = days.get(days.size() - 1).day();
    return events.entrySet().stream()
        .filter(one -> one.getKey().since().isAfter(first) && !one.getKey().since().isAfter(last))
        .sorted(Comparator.comparing(one -> one.getKey().since(), Comparator.reverseOrder()))
        .limit(room.briefly())
        .collect(
            Collectors.groupingBy(one -> one.getKey().since(), TreeMap::new, Collectors.toList()));
  }

  private List<Mark> marks(SortedMap<LocalDate, List<Map.Entry<Entry, String>>> changed) {
    List<Mark> marks = new ArrayList<>();
    changed.forEach(
        (day, on) -> {
          double at = (ChronoUnit.DAYS.between(first, day) + 0.5) / span;
          String side = at < NEAR ? "start" : at > 1 - NEAR ? "end" : "middle";
          String label =
              on.stream()
                  .map(one -> Ranges.of(one.getKey(), language))
                  .collect(Collectors.joining("·"));
          marks.add(new Mark(label, Places.percent(at), side));
        });
    return marks;
  }

  private Event event(LocalDate day, Map.Entry<Entry, String> one) {
    Entry entry = one.getKey();
    ActionState state = entry.first().state();
    ChartPhrase phrase =
        switch (state) {
          case OPEN -> ChartPhrase.FAILING_SINCE;
          case BACK -> ChartPhrase.BACK_SINCE;
          case REPAIRED -> ChartPhrase.REPAIRED_SINCE;
          case SILENT -> ChartPhrase.SILENT_SINCE;
        };
    return new Event(
        Ranges.of(entry, language),
        day.toString(),
        state.word(),
        language.say(phrase.of(Headlines.plain(entry, language))),
        "#" + one.getValue());
  }

  private List<Month> months(List<Series> series) {
    SortedMap<YearMonth, List<Day>> months = new TreeMap<>();
    for (DayTally day : days) {
      months
          .computeIfAbsent(YearMonth.from(day.day()), month -> new ArrayList<>())
          .add(day(day, series));
    }
    return months.entrySet().stream()
        .map(month -> new Month(month.getKey().toString(), month.getValue()))
        .toList();
  }

  /** In the order of the series, without those that are nothing on all days. */
  private Day day(DayTally day, List<Series> series) {
    List<String> numbers = new ArrayList<>();
    for (Series one : series) {
      numbers.add(language.grouped(number(one.kind(), day.tally())));
    }
    return new Day("" + day.day().getDayOfMonth(), numbers);
  }

  private static long number(String kind, Tally tally) {
    return kind.equals(FAIL) ? tally.fail() : kind.equals(PASS) ? tally.pass() : tally.unknown();
  }
}
