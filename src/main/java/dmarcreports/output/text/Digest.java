package dmarcreports.output.text;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.page.Change;
import dmarcreports.output.page.News;
import dmarcreports.output.page.Night;
import dmarcreports.output.page.Ranked;
import dmarcreports.output.page.Ranking;
import dmarcreports.output.plain.Inert;
import dmarcreports.output.wording.DigestWords;
import dmarcreports.output.wording.Prose;
import dmarcreports.stored.Announcement;
import dmarcreports.stored.Arrivals;
import dmarcreports.stored.ReporterDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What has changed since the last one, read in ten seconds; a single line on a quiet night. */
public final class Digest {
  private static final int LINES = 20;
  private static final int LABEL = 12;
  private static final int LARGEST = 3;

  private final Night night;
  private final News news;
  private final List<Open> open;
  private final String details;

  private Digest(Night night, String details) {
    this.night = night;
    this.news = News.of(night);
    this.open = open(night);
    this.details = Inert.line(details);
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
    List<List<String>> items = night.told().isEmpty() ? summary() : changes();
    List<String> lines = new ArrayList<>(heading());
    List<String> arrived = arrived(items.isEmpty());
    if (items.isEmpty() && arrived.isEmpty()) {
      return lines;
    }
    int room = LINES - lines.size() - arrived.size() - 1;
    int shown = 0;
    for (List<String> item : items) {
      if (item.size() > room) {
        break;
      }
      room -= item.size();
      lines.addAll(item);
      shown++;
    }
    lines.addAll(arrived);
    int more = items.size() - shown;
    lines.addAll(
        Prose.wrapped(more > 0 ? "and " + more + " more; see " + details : "more: " + details, 0));
    return lines;
  }

  private List<String> heading() {
    if (night.findings().analysis().domains().isEmpty()) {
      return Prose.wrapped(
          (night.today().isPresent() ? night.today().get() + ": no messages" : "No reports")
              + " are stored for this selection: that says nothing about your mail.",
          2);
    }
    Arrivals arrivals = night.arrivals();
    String came =
        arrivals.reports() == 0
            ? "no new reports"
            : Prose.counted(arrivals.reports(), "report")
                + ", "
                + Prose.counted(night.arrived().messages(), "message")
                + (night.arrived().passRate().isEmpty()
                    ? ""
                    : ", " + Prose.percent(night.arrived().passRate()) + " pass");
    String changed =
        night.told().isEmpty()
            ? "first digest"
            : news.isEmpty() ? "nothing new" : Prose.counted(news.size(), "change");
    return Prose.wrapped(
        night.today().map(LocalDate::toString).orElse("No day yet")
            + ": "
            + came
            + "; "
            + changed
            + "; "
            + Prose.counted(open.size(), "action")
            + " open",
        2);
  }

  private static List<Open> open(Night night) {
    List<Open> open = new ArrayList<>();
    for (DomainFindings domain : night.findings().analysis().domains()) {
      List<Ranked> ranked = Ranking.of(domain);
      for (Ranked one : ranked) {
        if (one.isToDo()) {
          open.add(new Open(domain, one.action(), alternatives(one.rank(), ranked)));
        }
      }
    }
    open.sort(Comparator.comparingLong(one -> -one.action.repairedMax()));
    return open;
  }

  private static List<Action> alternatives(int rank, List<Ranked> ranked) {
    return ranked.stream()
        .filter(other -> other.insteadOf().contains(rank))
        .map(Ranked::action)
        .toList();
  }

  /** Something to do, and what may stand for it. */
  private record Open(DomainFindings domain, Action action, List<Action> alternatives) {}

  /** The first digest: not a flood. */
  private List<List<String>> summary() {
    List<List<String>> items = new ArrayList<>();
    for (Open one : open.subList(0, Math.min(LARGEST, open.size()))) {
      String text = DigestWords.toDo(one.action, one.alternatives);
      items.add(item("to do", one.domain.domain().text(), text));
    }
    List<DomainFindings> domains = new ArrayList<>(news.domains());
    domains.sort(Comparator.comparingLong(domain -> -domain.tally().fail()));
    domains.forEach(domain -> items.add(domainItem("domain", domain)));
    return items;
  }

  private List<List<String>> changes() {
    List<List<String>> items = new ArrayList<>();
    changed(Change.Kind.BACK, true, "BACK", items);
    toDo(items);
    groups(true, items);
    news.domains().forEach(domain -> items.add(domainItem("new domain", domain)));
    changed(Change.Kind.REPAIRED, false, "repaired", items);
    changed(Change.Kind.SILENT, false, "silent", items);
    for (ReporterDays reporter : news.quiet()) {
      items.add(item("quiet", Prose.name(reporter.name()), DigestWords.quiet(reporter)));
    }
    groups(false, items);
    changed(Change.Kind.BACK, false, "back", items);
    changed(Change.Kind.OPENED, false, "advice", items);
    return items;
  }

  /** What stands for itself before what stands for something else. */
  private void toDo(List<List<String>> items) {
    Predicate<Change> isToDo =
        change -> change.kind() == Change.Kind.OPENED && change.needsAttention();
    add(isToDo.and(change -> change.insteadOf().isEmpty()), "to do", items);
    add(isToDo.and(change -> !change.insteadOf().isEmpty()), "or instead", items);
  }

  private void changed(
      Change.Kind kind, boolean attention, String label, List<List<String>> items) {
    add(change -> change.kind() == kind && change.needsAttention() == attention, label, items);
  }

  private void add(Predicate<Change> wanted, String label, List<List<String>> items) {
    news.changes().stream()
        .filter(wanted)
        .sorted(Comparator.comparingLong(change -> -change.action().failing()))
        .forEach(change -> items.add(item(label, change.domain().text(), DigestWords.of(change))));
  }

  private void groups(boolean repairable, List<List<String>> items) {
    news.groups().stream()
        .filter(group -> group.repairable() == repairable)
        .sorted(Comparator.comparingLong(group -> -group.failing()))
        .forEach(
            group -> items.add(item("new source", group.domain().text(), DigestWords.of(group))));
  }

  private static List<String> domainItem(String label, DomainFindings domain) {
    Tally tally = domain.tally();
    long open = Ranking.toDo(domain);
    return item(
        label,
        domain.domain().text(),
        Prose.counted(tally.messages(), "message")
            + ", "
            + Prose.number(tally.fail())
            + " fail"
            + (open > 0 ? "; " + Prose.counted(open, "action") + " open" : ""));
  }

  private static List<String> item(String label, String about, String text) {
    return labelled(label, Prose.name(about) + ": " + text);
  }

  /** What came beside the reports; on an otherwise quiet night not what was known before. */
  private List<String> arrived(boolean quiet) {
    Arrivals arrivals = night.arrivals();
    List<String> lines = new ArrayList<>();
    if (arrivals.discarded() > 0) {
      lines.addAll(
          labelled(
              "discarded",
              Prose.number(arrivals.discarded())
                  + " ("
                  + arrivals.discards().entrySet().stream()
                      .map(reason -> Prose.number(reason.getValue()) + " " + reason.getKey())
                      .collect(Collectors.joining(", "))
                  + ")"));
    }
    List<String> others = new ArrayList<>();
    if (arrivals.conflicts() > 0) {
      others.add(Prose.counted(arrivals.conflicts(), "conflict"));
    }
    if (arrivals.duplicates() > 0 && !(quiet && others.isEmpty())) {
      others.add(Prose.counted(arrivals.duplicates(), "duplicate"));
    }
    if (!others.isEmpty()) {
      lines.addAll(labelled("arrived", String.join(", ", others)));
    }
    return lines;
  }

  private static List<String> labelled(String label, String text) {
    return Prose.wrapped(label + " ".repeat(LABEL - label.length()) + text, LABEL);
  }
}
