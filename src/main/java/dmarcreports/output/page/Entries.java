package dmarcreports.output.page;

import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.stream.StreamClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The actions of a domain as they are told: alike ones together, in the order of their ranks. */
public final class Entries {
  private final List<Ranked> ranked;

  private Entries(List<Ranked> ranked) {
    this.ranked = ranked;
  }

  /** What stands open or is back. */
  public static List<Entry> standing(List<Ranked> ranked) {
    Map<Object, List<Ranked>> alike = new LinkedHashMap<>();
    for (Ranked one : ranked) {
      if (one.isStanding()) {
        Object kind = joins(one) ? one.action().changes() : one.rank();
        alike.computeIfAbsent(kind, k -> new ArrayList<>()).add(one);
      }
    }
    Entries entries = new Entries(ranked);
    return alike.values().stream().map(entries::entry).toList();
  }

  /** What is in that state. */
  public static List<Entry> of(ActionState state, List<Ranked> ranked) {
    return ranked.stream()
        .filter(one -> one.action().state() == state)
        .map(one -> one(one, ranked))
        .toList();
  }

  /** An action by itself. */
  public static Entry one(Ranked one, List<Ranked> ranked) {
    return new Entries(ranked).entry(List.of(one));
  }

  /** The failing mail behind each entry: of each class the stream with most failing messages. */
  public static List<List<StreamFindings>> behind(List<Entry> entries, DomainFindings domain) {
    Map<Integer, Map<StreamClass, StreamFindings>> byRank = new HashMap<>();
    List<Map<StreamClass, StreamFindings>> behind = new ArrayList<>();
    for (Entry entry : entries) {
      Map<StreamClass, StreamFindings> streams = new LinkedHashMap<>();
      behind.add(streams);
      entry.members().forEach(member -> byRank.put(member.rank(), streams));
    }
    FailingMail.each(
        domain,
        byRank.keySet(),
        (rank, place, stream) ->
            byRank.get(rank).putIfAbsent(stream.diagnosis().streamClass(), stream));
    return behind.stream().map(streams -> List.copyOf(streams.values())).toList();
  }

  /** Whether it is one of a kind that is told together. */
  private static boolean joins(Ranked one) {
    Recommendation first = one.action().changes().get(0);
    return one.action().changes().size() == 1
        && one.action().state() == ActionState.OPEN
        && !one.isAlternative()
        && (first == Recommendation.ASK_OWNER
            || first == Recommendation.PUBLISH_DKIM
            || first == Recommendation.WAIT);
  }

  private Entry entry(List<Ranked> alike) {
    List<Ranked> members =
        alike.stream()
            .sorted(Comparator.comparingLong((Ranked one) -> -one.action().failing()))
            .toList();
    Ranked first = members.get(0);
    Ranked last = alike.get(alike.size() - 1);
    return new Entry(
        members,
        first.insteadOf(),
        first.insteadOf().stream().allMatch(rank -> isAboutSpf(rank) != isAboutSpf(first.rank())),
        last.rank() == 1 ? List.of() : together(last),
        ranked.subList(0, last.rank()).stream().anyMatch(one -> !one.isStanding()));
  }

  private boolean isAboutSpf(int rank) {
    return Entry.isAboutSpf(ranked.get(rank - 1).action());
  }

  private static List<OptionalDouble> together(Ranked last) {
    return List.of(last.action().cumulativeMin(), last.action().cumulativeMax());
  }
}
