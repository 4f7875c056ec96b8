package dmarcreports.output.text;

import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.News;
import dmarcreports.output.page.Night;
import dmarcreports.output.plain.Inert;
import dmarcreports.output.wording.Prose;
import dmarcreports.stored.Announcement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has changed since the last one, read in ten seconds; a single line on a quiet night. */
public final class Digest {
  private static final int LINES = 20;

  private final Night night;
  private final News news;
  private final DigestItems items;
  private final List<DigestItem> newsItems;
  private final List<DigestItem> arrivedItems;
  private final String details;
  private final Language language;

  private Digest(Night night, String details) {
    this.night = night;
    this.news = News.of(night);
    this.items = new DigestItems(night, news);
    this.newsItems = isFirst() ? items.summary() : items.changes();
    this.arrivedItems = items.arrived(newsItems.isEmpty());
    this.details = Inert.line(details);
    this.language = night.findings().language();
  }

  /**
   * What is to be told.
   *
   * @param details where the rest is to be read
   */
  public static Digest of(Night night, String details) {
    return new Digest(night, details);
  }

  /** All that counts as told once this is read. */
  public Set<Announcement> told() {
    return news.told();
  }

  /** Whether an action that is more than waiting has become open, or is back. */
  public boolean needsAttention() {
    return news.attention();
  }

  /** Whether something was discarded that had not been before. */
  public boolean tellsOfDiscards() {
    return night.arrivals().discarded() > 0;
  }

  /** The lines, at most some twenty, each of at most eighty columns. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(Prose.wrapped(heading(), 2));
    List<String> arrived = new ArrayList<>();
    arrivedItems.forEach(item -> arrived.addAll(item.lines(Optional.empty(), language)));
    if (!tellsNews()) {
      return lines;
    }
    int room = LINES - lines.size() - arrived.size() - 1;
    int shown = 0;
    for (DigestItem one : newsItems) {
      List<String> item = one.lines(Optional.empty(), language);
      if (item.size() > room) {
        break;
      }
      room -= item.size();
      lines.addAll(item);
      shown++;
    }
    lines.addAll(arrived);
    int more = newsItems.size() - shown;
    Saying rest =
        more > 0 ? DigestPhrase.MORE_ITEMS.of(more, details) : DigestPhrase.MORE.of(details);
    lines.addAll(Prose.wrapped(language.say(rest), 0));
    return lines;
  }

  /** What is told of this night and was not told before; of the first one, a summary. */
  public List<DigestItem> news() {
    return newsItems;
  }

  /** What came beside the reports. */
  public List<DigestItem> arrived() {
    return arrivedItems;
  }

  /** All that is open, the largest effect first. */
  public List<DigestItem> open() {
    return items.openItems();
  }

  /** Whether none was told before. */
  public boolean isFirst() {
    return night.told().isEmpty();
  }

  /** Whether it is more than the one line of a quiet night. */
  public boolean tellsNews() {
    return !newsItems.isEmpty() || !arrivedItems.isEmpty();
  }

  /** What it is made of. */
  public Night night() {
    return night;
  }

  /** Where the rest is to be read. */
  public String details() {
    return details;
  }

  /** The night in one line. */
  public String heading() {
    return language.say(
        night.findings().analysis().domains().isEmpty()
            ? nothing()
            : DigestPhrase.HEADING.of(
                night
                    .today()
                    .map(LocalDate::toString)
                    .orElseGet(() -> language.say(DigestPhrase.NO_DAY)),
                came(),
                changed(),
                items.open()));
  }

  private Saying nothing() {
    return night
        .today()
        .map(day -> DigestPhrase.NO_MESSAGES.of(day))
        .orElseGet(DigestPhrase.NO_REPORTS::of);
  }

  private Saying came() {
    long reports = night.arrivals().reports();
    Tally arrived = night.arrived();
    if (reports == 0) {
      return DigestPhrase.NO_NEW_REPORTS.of();
    }
    return arrived.passRate().isEmpty()
        ? DigestPhrase.CAME.of(reports, arrived.messages())
        : DigestPhrase.CAME_PASSING.of(
            reports, arrived.messages(), Prose.percent(arrived.passRate(), language));
  }

  private Saying changed() {
    if (isFirst()) {
      return DigestPhrase.FIRST.of();
    }
    return news.isEmpty() ? DigestPhrase.NOTHING_NEW.of() : DigestPhrase.CHANGES.of(news.size());
  }
}
