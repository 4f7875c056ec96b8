package dmarcreports.output.text;

import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.output.page.Entries;
import dmarcreports.output.page.Entry;
import dmarcreports.output.page.Ranges;
import dmarcreports.output.page.Ranked;
import dmarcreports.output.page.Ranking;
import dmarcreports.output.plain.Glue;
import dmarcreports.output.plain.Style.Tint;
import dmarcreports.output.wording.Effects;
import dmarcreports.output.wording.Headlines;
import dmarcreports.output.wording.Numbers;
import dmarcreports.output.wording.PlainWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
  private final List<Ranked> ranked;
  private final Map<Integer, List<Ranked>> alternatives = new HashMap<>();

  private BriefActions(DomainFindings domain) {
    this.domain = domain;
    this.ranked = Ranking.of(domain);
    for (Ranked one : ranked) {
      if (one.isAlternative()) {
        int last = one.insteadOf().get(one.insteadOf().size() - 1);
        alternatives.computeIfAbsent(last, rank -> new ArrayList<>()).add(one);
      }
    }
  }

  /** No more lines than that, a blank one and a heading among them; none where there is nothing. */
  static List<String> lines(DomainFindings domain, int most, Paragraphs out) {
    return new BriefActions(domain).lines(most, out);
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
      lines.add("and " + more(more));
    }
    lines.addAll(rest);
    return lines;
  }

  private void heading(List<Entry> toDo, Paragraphs out) {
    if (!toDo.isEmpty()) {
      out.heading(
          "To do: "
              + Numbers.counted(count(toDo), "action")
              + (toDo.size() > 1 ? ", largest effect first" : ""));
    } else if (!ranked.isEmpty()) {
      out.heading("Nothing to do now");
    }
  }

  private static int count(List<Entry> entries) {
    return entries.stream().mapToInt(entry -> entry.members().size()).sum();
  }

  private static String more(List<Entry> entries) {
    List<Integer> ranks =
        entries.stream().flatMap(e -> e.members().stream()).map(Ranked::rank).sorted().toList();
    return Glue.undone(Numbers.counted(ranks.size(), "more action")) + ": " + Ranges.of(ranks);
  }

  /** What the least has to be left out of, so that it does not take too many lines. */
  private List<String> entry(Entry entry, List<StreamFindings> behind, Paragraphs out) {
    String effect = Effects.brief(entry, domain.tally());
    String why = why(behind);
    String whole = Headlines.brief(entry, WHOLE_NAME);
    String words = Headlines.briefest(entry, WHOLE_NAME);
    String other = instead(entry, false);
    List<Supplier<List<String>>> ways =
        List.of(
            () -> told(entry, whole, effect + why + instead(entry, true), out),
            () -> told(entry, whole, effect + why + other, out),
            () -> told(entry, words, effect + why + other, out),
            () -> told(entry, whole, effect + other, out),
            () -> told(entry, words, effect + other, out),
            () -> told(entry, words.substring(0, words.lastIndexOf(" (")), effect + other, out),
            () -> told(entry, words, effect, out));
    return ways.stream()
        .map(Supplier::get)
        .filter(lines -> lines.size() <= MOST)
        .findFirst()
        .orElseGet(() -> told(entry, Headlines.briefest(entry, SHORT_NAME), effect, out));
  }

  private static List<String> told(Entry entry, String headline, String effect, Paragraphs out) {
    return out.rendered(
        part -> {
          part.wrapped(
              entry.isBack() ? Tint.BAD : Tint.HEADING,
              entry.label() + ". ",
              INDENT,
              (entry.isBack() ? "BACK: " : "") + headline);
          part.wrapped(INDENT, INDENT, effect);
        });
  }

  private static String why(List<StreamFindings> behind) {
    return behind.isEmpty()
        ? ""
        : " Why: "
            + PlainWords.of(
                behind.get(0).diagnosis().streamClass(), behind.get(0).diagnosis().confidence())
            + ".";
  }

  private String instead(Entry entry, boolean inWords) {
    List<Ranked> instead =
        entry.members().stream()
            .flatMap(one -> alternatives.getOrDefault(one.rank(), List.of()).stream())
            .toList();
    int more = instead.size() - ALTERNATIVES;
    return instead.isEmpty()
        ? ""
        : " Or instead "
            + instead.stream()
                .limit(ALTERNATIVES)
                .map(one -> alternative(one, inWords))
                .collect(Collectors.joining(" or "))
            + (more > 0 ? " or " + more + " more" : "")
            + ".";
  }

  private static String alternative(Ranked one, boolean inWords) {
    return one.rank()
        + (one.insteadOf().size() > 1 ? " for " + Ranges.of(one.insteadOf()) : "")
        + (inWords ? " (" + PlainWords.changes(one.action()) + ")" : "");
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
        (change, ranks) -> parts.add(Ranges.of(ranks) + " (" + PlainWords.of(change) + ")"));
    closed(ActionState.REPAIRED, "repaired", parts);
    closed(ActionState.SILENT, "nothing comes from there any more", parts);
    if (!parts.isEmpty()) {
      out.wrapped("", INDENT, "Not now: " + String.join(", ", parts) + ".");
    }
  }

  private void closed(ActionState state, String word, List<String> parts) {
    Predicate<Ranked> closed = one -> one.action().state() == state;
    List<Integer> ranks = ranked.stream().filter(closed).map(Ranked::rank).toList();
    if (!ranks.isEmpty()) {
      parts.add(Ranges.of(ranks) + " (" + word + ")");
    }
  }
}
