package dmarcreports.output.text;

import static dmarcreports.analysis.saying.Names.Joint.COMMA;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Change;
import dmarcreports.output.page.News;
import dmarcreports.output.page.Night;
import dmarcreports.output.page.Ranked;
import dmarcreports.output.page.Ranking;
import dmarcreports.output.wording.DigestWords;
import dmarcreports.output.wording.Prose;
import dmarcreports.stored.Arrivals;
import dmarcreports.stored.ReporterDays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a digest tells, item by item. */
final class DigestItems {
  private static final int LARGEST = 3;

  private final Night night;
  private final News news;
  private final List<Open> open;
  private final Language language;

  DigestItems(Night night, News news) {
    this.night = night;
    this.news = news;
    this.open = open(night);
    this.language = night.findings().language();
  }

  /** How many actions are open. */
  int open() {
    return open.size();
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

  /** All that is open, the largest effect first. */
  List<DigestItem> openItems() {
    return open.stream().map(this::item).toList();
  }

  private DigestItem item(Open one) {
    return DigestItem.about(
        DigestPhrase.TO_DO,
        one.domain.domain(),
        DigestWords.toDo(one.action, one.alternatives, language));
  }

  /** The first digest: not a flood. */
  List<DigestItem> summary() {
    List<DigestItem> items = new ArrayList<>();
    for (Open one : open.subList(0, Math.min(LARGEST, open.size()))) {
      items.add(item(one));
    }
    List<DomainFindings> domains = new ArrayList<>(news.domains());
    domains.sort(Comparator.comparingLong(domain -> -domain.tally().fail()));
    domains.forEach(domain -> items.add(domainItem(DigestPhrase.DOMAIN, domain)));
    return items;
  }

  /** What was not told before, what somebody has to do first. */
  List<DigestItem> changes() {
    List<DigestItem> items = new ArrayList<>();
    changed(Change.Kind.BACK, true, DigestPhrase.BACK_TO_DO, items);
    toDo(items);
    groups(true, items);
    news.domains().forEach(domain -> items.add(domainItem(DigestPhrase.NEW_DOMAIN, domain)));
    changed(Change.Kind.REPAIRED, false, DigestPhrase.REPAIRED, items);
    changed(Change.Kind.SILENT, false, DigestPhrase.SILENT, items);
    for (ReporterDays reporter : news.quiet()) {
      items.add(
          new DigestItem(
              DigestPhrase.QUIET,
              Optional.empty(),
              Optional.of(Prose.name(reporter.name())),
              DigestWords.quiet(reporter, language)));
    }
    groups(false, items);
    changed(Change.Kind.BACK, false, DigestPhrase.BACK, items);
    changed(Change.Kind.OPENED, false, DigestPhrase.ADVICE, items);
    return items;
  }

  /** What stands for itself before what stands for something else. */
  private void toDo(List<DigestItem> items) {
    Predicate<Change> isToDo =
        change -> change.kind() == Change.Kind.OPENED && change.needsAttention();
    add(isToDo.and(change -> change.insteadOf().isEmpty()), DigestPhrase.TO_DO, items);
    add(isToDo.and(change -> !change.insteadOf().isEmpty()), DigestPhrase.OR_INSTEAD, items);
  }

  private void changed(
      Change.Kind kind, boolean attention, DigestPhrase label, List<DigestItem> items) {
    add(change -> change.kind() == kind && change.needsAttention() == attention, label, items);
  }

  private void add(Predicate<Change> wanted, DigestPhrase label, List<DigestItem> items) {
    news.changes().stream()
        .filter(wanted)
        .sorted(Comparator.comparingLong(change -> -change.action().failing()))
        .forEach(
            change ->
                items.add(
                    DigestItem.about(label, change.domain(), DigestWords.of(change, language))));
  }

  private void groups(boolean repairable, List<DigestItem> items) {
    news.groups().stream()
        .filter(group -> group.repairable() == repairable)
        .sorted(Comparator.comparingLong(group -> -group.failing()))
        .forEach(
            group ->
                items.add(
                    DigestItem.about(
                        DigestPhrase.NEW_SOURCE, group.domain(), DigestWords.of(group, language))));
  }

  private DigestItem domainItem(DigestPhrase label, DomainFindings domain) {
    Tally tally = domain.tally();
    long open = Ranking.toDo(domain);
    return DigestItem.about(
        label,
        domain.domain(),
        language.say(
            open > 0
                ? DigestPhrase.FARES_WITH_ACTIONS.of(tally.messages(), tally.fail(), open)
                : DigestPhrase.FARES.of(tally.messages(), tally.fail())));
  }

  /** What came beside the reports; on an otherwise quiet night not what was known before. */
  List<DigestItem> arrived(boolean quiet) {
    Arrivals arrivals = night.arrivals();
    List<DigestItem> items = new ArrayList<>();
    if (arrivals.discarded() > 0) {
      items.add(
          DigestItem.plain(
              DigestPhrase.DISCARDED,
              language.say(
                  DigestPhrase.DISCARDS.of(
                      arrivals.discarded(), Names.of(COMMA, reasons(arrivals))))));
    }
    List<String> others = new ArrayList<>();
    if (arrivals.conflicts() > 0) {
      others.add(language.say(DigestPhrase.CONFLICTS.of(arrivals.conflicts())));
    }
    if (arrivals.duplicates() > 0 && !(quiet && others.isEmpty())) {
      others.add(language.say(DigestPhrase.DUPLICATES.of(arrivals.duplicates())));
    }
    if (!others.isEmpty()) {
      items.add(DigestItem.plain(DigestPhrase.ARRIVED, language.say(Names.of(COMMA, others))));
    }
    return items;
  }

  private List<String> reasons(Arrivals arrivals) {
    return arrivals.discards().entrySet().stream()
        .map(reason -> DigestPhrase.REASON.of(reason.getValue(), reason.getKey()))
        .map(language::say)
        .toList();
  }
}
