package dmarcreports.output.text;

import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.lookup.ShownInDns;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.saying.Names;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Entries;
import dmarcreports.output.page.Entry;
import dmarcreports.output.page.Ranked;
import dmarcreports.output.page.Ranking;
import dmarcreports.output.plain.Style.Tint;
import dmarcreports.output.wording.Effects;
import dmarcreports.output.wording.Headlines;
import dmarcreports.output.wording.PlainWords;
import dmarcreports.output.wording.Ranges;
import dmarcreports.output.wording.TextPhrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What to do about one domain, in a few lines for each thing. */
final class BriefActions {
  /** The fewest lines that one takes. */
  private static final int LEAST = 2;

  /** The most lines. */
  private static final int MOST = 3;

  private static final int WHOLE_NAME = 76;
  private static final int SHORT_NAME = 24;
  private static final int ALTERNATIVES = 2;
  private static final String INDENT = "   ";

  private final DomainFindings domain;
  private final Language language;
  private final List<Ranked> ranked;
  private final Map<Integer, List<Ranked>> alternatives = new HashMap<>();

  private BriefActions(DomainFindings domain, Language language) {
    this.domain = domain;
    this.language = language;
    this.ranked = Ranking.of(domain);
    for (Ranked one : ranked) {
      if (one.isAlternative()) {
        int last = one.insteadOf().get(one.insteadOf().size() - 1);
        alternatives.computeIfAbsent(last, rank -> new ArrayList<>()).add(one);
      }
    }
  }

  /** No more lines than that, a blank one and a heading among them; none where there is nothing. */
  static List<String> lines(DomainFindings domain, int most, Language language, Paragraphs out) {
    return new BriefActions(domain, language).lines(most, out);
  }

  private List<String> lines(int most, Paragraphs out) {
    List<Entry> toDo = Entries.standing(ranked).stream().filter(Entry::isToDo).toList();
    List<String> lines = new ArrayList<>(out.rendered(part -> heading(toDo, part)));
    List<String> rest = out.rendered(this::rest);
    int room = most - lines.size() - rest.size();
    List<Entry> first = toDo.subList(0, Math.min(toDo.size(), room / LEAST));
    List<List<StreamFindings>> behind = Entries.behind(first, domain);
    int shown = 0;
    while (shown < first.size()) {
      Entry entry = first.get(shown);
      List<StreamFindings> mail = behind.get(shown);
      List<String> told = entry(entry, mail, out);
      boolean last = shown + 1 == toDo.size();
      if (told.size() + (last ? 0 : 1) > room) {
        break;
      }
      room -= told.size();
      lines.addAll(told);
      shown++;
    }
    List<Entry> more = toDo.subList(shown, toDo.size());
    if (!more.isEmpty()) {
      lines.add(more(more));
    }
    lines.addAll(rest);
    return lines;
  }

  private void heading(List<Entry> toDo, Paragraphs out) {
    if (!toDo.isEmpty()) {
      BriefPhrase phrase = toDo.size() > 1 ? BriefPhrase.TO_DO_LARGEST_FIRST : BriefPhrase.TO_DO;
      out.heading(language.say(phrase.of(count(toDo))));
    } else if (!ranked.isEmpty()) {
      out.heading(language.say(BriefPhrase.NOTHING_TO_DO_NOW));
    }
  }

  private static int count(List<Entry> entries) {
    return entries.stream().mapToInt(entry -> entry.members().size()).sum();
  }

  private String more(List<Entry> entries) {
    List<Integer> ranks =
        entries.stream().flatMap(e -> e.members().stream()).map(Ranked::rank).sorted().toList();
    return language.say(BriefPhrase.MORE_ACTIONS.of(ranks.size(), Ranges.of(ranks, language)));
  }

  /** What the least has to be left out of, so that it does not take too many lines. */
  private List<String> entry(Entry entry, List<StreamFindings> behind, Paragraphs out) {
    List<String> repaired = List.of(Effects.brief(entry, domain.tally(), language));
    List<String> shown = inDns(entry);
    List<String> why = plus(plus(repaired, shown), why(behind));
    List<String> effect = shown.isEmpty() ? repaired : shown;
    String whole = Headlines.brief(entry, WHOLE_NAME, language);
    String words = Headlines.briefest(entry, WHOLE_NAME, language);
    String uncoded = Headlines.uncoded(entry, WHOLE_NAME, language);
    List<String> other = instead(entry, false);
    List<Supplier<List<String>>> ways =
        List.of(
            () -> told(entry, whole, plus(why, instead(entry, true)), out),
            () -> told(entry, whole, plus(why, other), out),
            () -> told(entry, words, plus(why, other), out),
            () -> told(entry, whole, plus(effect, other), out),
            () -> told(entry, words, plus(effect, other), out),
            () -> told(entry, uncoded, plus(effect, other), out),
            () -> told(entry, words, effect, out));
    return ways.stream()
        .map(Supplier::get)
        .filter(lines -> lines.size() <= MOST)
        .findFirst()
        .orElseGet(() -> told(entry, Headlines.briefest(entry, SHORT_NAME, language), effect, out));
  }

  /** Since when all that is to be published is there; none where it is not. */
  private List<String> inDns(Entry entry) {
    List<Optional<LocalDate>> since =
        entry.actions().stream().map(a -> ShownInDns.of(a).flatMap(ShownInDns::since)).toList();
    if (since.stream().anyMatch(Optional::isEmpty)) {
      return List.of();
    }
    LocalDate last = since.stream().map(Optional::get).max(LocalDate::compareTo).orElseThrow();
    return List.of(language.say(BriefPhrase.IN_DNS.of(last)));
  }

  private static List<String> plus(List<String> sentences, List<String> more) {
    List<String> all = new ArrayList<>(sentences);
    all.addAll(more);
    return all;
  }

  private List<String> told(Entry entry, String headline, List<String> effect, Paragraphs out) {
    return out.rendered(
        part -> {
          part.wrapped(
              entry.isBack() ? Tint.BAD : Tint.HEADING,
              Ranges.of(entry, language) + ". ",
              INDENT,
              entry.isBack() ? language.say(TextPhrase.BACK.of(headline)) : headline);
          part.wrapped(INDENT, INDENT, language.sentences(effect));
        });
  }

  private List<String> why(List<StreamFindings> behind) {
    return behind.stream()
        .limit(1)
        .map(StreamFindings::diagnosis)
        .map(one -> PlainWords.of(one.streamClass(), one.confidence(), language))
        .map(why -> language.say(BriefPhrase.WHY.of(why)))
        .toList();
  }

  private List<String> instead(Entry entry, boolean inWords) {
    List<Ranked> instead =
        entry.members().stream()
            .flatMap(one -> alternatives.getOrDefault(one.rank(), List.of()).stream())
            .toList();
    if (instead.isEmpty()) {
      return List.of();
    }
    List<String> named = new ArrayList<>();
    instead.stream().limit(ALTERNATIVES).forEach(one -> named.add(alternative(one, inWords)));
    int more = instead.size() - ALTERNATIVES;
    if (more > 0) {
      named.add(language.say(BriefPhrase.MORE_ALTERNATIVES.of(more)));
    }
    return List.of(language.say(BriefPhrase.INSTEAD.of(Names.of(Names.Joint.OR, named))));
  }

  private String alternative(Ranked one, boolean inWords) {
    String rank =
        one.insteadOf().size() > 1
            ? language.say(
                BriefPhrase.ALTERNATIVE_FOR.of(one.rank(), Ranges.of(one.insteadOf(), language)))
            : "" + one.rank();
    String named = inWords ? inWords(rank, PlainWords.changes(one.action(), language)) : rank;
    return ShownInDns.of(one.action())
        .flatMap(ShownInDns::since)
        .map(since -> language.say(BriefPhrase.ALTERNATIVE_IN_DNS.of(named, since)))
        .orElse(named);
  }

  private String inWords(String ranks, String words) {
    return language.say(BriefPhrase.IN_WORDS.of(ranks, words));
  }

  /** What nobody has to do, or not now: by rank, in a line. */
  private void rest(Paragraphs out) {
    Map<Recommendation, List<Integer>> later = new LinkedHashMap<>();
    for (Ranked one : ranked) {
      if (one.isStanding() && !one.isToDo() && !one.isAlternative()) {
        later
            .computeIfAbsent(one.action().changes().get(0), c -> new ArrayList<>())
            .add(one.rank());
      }
    }
    List<String> parts = new ArrayList<>();
    later.forEach(
        (change, ranks) ->
            parts.add(inWords(Ranges.of(ranks, language), PlainWords.of(change, language))));
    closed(ActionState.REPAIRED, BriefPhrase.REPAIRED, parts);
    closed(ActionState.SILENT, BriefPhrase.SILENT, parts);
    if (!parts.isEmpty()) {
      Names ranks = Names.of(Names.Joint.COMMA, parts);
      out.wrapped("", INDENT, language.say(BriefPhrase.NOT_NOW.of(ranks)));
    }
  }

  private void closed(ActionState state, BriefPhrase word, List<String> parts) {
    Predicate<Ranked> closed = one -> one.action().state() == state;
    List<Integer> ranks = ranked.stream().filter(closed).map(Ranked::rank).toList();
    if (!ranks.isEmpty()) {
      parts.add(inWords(Ranges.of(ranks, language), language.say(word)));
    }
  }
}
