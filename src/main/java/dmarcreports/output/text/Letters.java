package dmarcreports.output.text;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Ranked;
import dmarcreports.output.page.Ranking;
import dmarcreports.output.page.Whose;
import dmarcreports.output.wording.Prose;
import dmarcreports.output.wording.TextPhrase;
import dmarcreports.output.wording.Verdicts;
import dmarcreports.output.wording.Words;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * The letters of a night: one for each domain that there is news of, the worst first, and one for
 * all else. The first night, a quiet one, and one that is about a single domain have one letter.
 */
public final class Letters {
  /** So many domains have a letter of their own; the news of all others share one. */
  public static final int MOST_DOMAINS = 20;

  private static final int MOST_OPEN = 5;
  private static final int PARTS = 4;

  private final Digest digest;
  private final boolean attached;
  private final List<DomainFindings> domains;
  private final List<DigestItem> open;
  private final Language language;

  private Letters(Digest digest, boolean attached) {
    this.digest = digest;
    this.attached = attached;
    this.domains = Whose.worstFirst(digest.night().findings().analysis().domains());
    this.open = digest.open();
    this.language = digest.night().findings().language();
  }

  /**
   * All letters of a night.
   *
   * @param attached whether the page goes with them
   */
  public static List<Letter> of(Digest digest, boolean attached) {
    return new Letters(digest, attached).all();
  }

  /** One about the whole night. */
  public static Letter whole(Digest digest) {
    Letters letters = new Letters(digest, false);
    return letters.whole(letters.everything());
  }

  private List<DigestItem> everything() {
    List<DigestItem> items = new ArrayList<>(digest.news());
    if (digest.isFirst()) {
      // what is open is told below, and all of it is new
      items.removeIf(item -> item.label() == DigestPhrase.TO_DO);
    }
    items.addAll(digest.arrived());
    return items;
  }

  private List<Letter> all() {
    if (domains.size() <= 1 || digest.isFirst()) {
      return List.of(whole(everything()));
    }
    Map<Optional<DomainName>, List<DigestItem>> news =
        digest.news().stream().collect(Collectors.groupingBy(DigestItem::domain));
    List<Letter> letters = new ArrayList<>();
    for (DomainFindings domain : domains) {
      List<DigestItem> own =
          letters.size() < MOST_DOMAINS ? news.remove(Optional.of(domain.domain())) : null;
      if (own != null) {
        letters.add(about(domain, own, List.of()));
      }
    }
    List<DigestItem> rest = new ArrayList<>(digest.news());
    rest.removeIf(item -> !news.containsKey(item.domain()));
    rest.addAll(digest.arrived());
    if (!rest.isEmpty() || letters.isEmpty()) {
      letters.add(whole(rest));
    }
    return letters;
  }

  private Letter whole(List<DigestItem> items) {
    if (domains.size() == 1) {
      return about(domains.get(0), items, List.of(digest.heading()));
    }
    String title = language.say(LetterPhrase.DOMAINS.of(domains.size()));
    return letter(Optional.empty(), title, items, open, List.of(digest.heading()), List.of());
  }

  private Letter about(DomainFindings domain, List<DigestItem> items, List<String> before) {
    List<String> lead = new ArrayList<>(before);
    if (domain.tally().messages() > 0) {
      String verdict = Verdicts.of(domain.tally(), Whose.of(domain), language.grouping());
      lead.add(language.say(TextPhrase.SENTENCE.of(verdict)));
    }
    List<DigestItem> itsOpen =
        open.stream().filter(item -> item.domain().equals(Optional.of(domain.domain()))).toList();
    return letter(
        Optional.of(domain.domain()),
        Prose.name(Words.name(domain.domain())),
        items,
        itsOpen,
        lead,
        repairable(domain).map(List::of).orElse(List.of()));
  }

  private Letter letter(
      Optional<DomainName> topic,
      String title,
      List<DigestItem> items,
      List<DigestItem> open,
      List<String> lead,
      List<Saying> after) {
    List<Saying> parts = new ArrayList<>(parts(items, open.size()));
    parts.addAll(after);
    List<String> said = parts.stream().map(language::say).toList();
    String verdict = language.say(Names.of(Names.Joint.COMMA, said));
    return new Letter(
        topic,
        language.say(LetterPhrase.SUBJECT.of(title, verdict)),
        title,
        lead,
        language.say(digest.isFirst() ? LetterPhrase.FIRST_NEWS.of() : LetterPhrase.NEWS.of()),
        items,
        open.subList(0, Math.min(MOST_OPEN, open.size())),
        Math.max(0, open.size() - MOST_OPEN),
        language.say(
            attached
                ? LetterPhrase.DETAILS_ATTACHED.of(digest.details())
                : LetterPhrase.DETAILS.of(digest.details())),
        language);
  }

  /** The most important kinds of news, counted. */
  private List<Saying> parts(List<DigestItem> items, int open) {
    List<Saying> parts = new ArrayList<>();
    if (digest.isFirst()) {
      parts.add(LetterPhrase.FIRST.of());
    } else if (items.isEmpty()) {
      parts.add(LetterPhrase.NOTHING_NEW.of());
    } else {
      count(items, DigestPhrase.BACK_TO_DO, LetterPhrase.BACK::of, parts);
      count(items, DigestPhrase.TO_DO, LetterPhrase.NEW_ACTIONS::of, parts);
      count(items, DigestPhrase.NEW_SOURCE, LetterPhrase.NEW_SOURCES::of, parts);
      count(items, DigestPhrase.NEW_DOMAIN, LetterPhrase.NEW_DOMAINS::of, parts);
      count(items, DigestPhrase.REPAIRED, LetterPhrase.REPAIRED::of, parts);
      count(items, DigestPhrase.QUIET, LetterPhrase.QUIET::of, parts);
      long discarded = digest.night().arrivals().discarded();
      count(items, DigestPhrase.DISCARDED, n -> LetterPhrase.DISCARDED.of(discarded), parts);
      if (parts.isEmpty()) {
        parts.add(LetterPhrase.CHANGES.of(items.size()));
      }
    }
    List<Saying> shown = new ArrayList<>(parts.subList(0, Math.min(PARTS, parts.size())));
    if (open > 0 && items.stream().noneMatch(item -> item.label() == DigestPhrase.TO_DO)) {
      shown.add(LetterPhrase.OPEN.of(open));
    }
    return shown;
  }

  private static void count(
      List<DigestItem> items, DigestPhrase label, IntFunction<Saying> saying, List<Saying> to) {
    int number = (int) items.stream().filter(item -> item.label() == label).count();
    if (number > 0) {
      to.add(saying.apply(number));
    }
  }

  /** What the one open action with the largest effect repairs: effects are not to be added. */
  private static Optional<Saying> repairable(DomainFindings domain) {
    return Ranking.of(domain).stream()
        .filter(Ranked::isToDo)
        .map(Ranked::action)
        .filter(action -> action.repairedMax() > 0)
        .max(Comparator.comparingLong(Action::repairedMin).thenComparingLong(Action::repairedMax))
        .map(
            action ->
                action.repairedMin() > 0
                    ? LetterPhrase.REPAIRABLE.of(action.repairedMin(), domain.tally().fail())
                    : LetterPhrase.REPAIRABLE_UP_TO.of(
                        action.repairedMax(), domain.tally().fail()));
  }
}
