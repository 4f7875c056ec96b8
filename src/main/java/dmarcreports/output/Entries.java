package dmarcreports.output;

import dmarcreports.analysis.Action;
import dmarcreports.analysis.ActionState;
import dmarcreports.analysis.DomainFindings;
import dmarcreports.analysis.Recommendation;
import dmarcreports.analysis.StreamFindings;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** The actions of a domain as they are told: alike ones together, alternatives as such. */
final class Entries {
  private final List<Action> ranked;
  private final List<List<StreamFindings>> streams;
  private final BitSet closed = new BitSet();
  private final BitSet told = new BitSet();
  private final List<Entry> entries = new ArrayList<>();
  private final List<List<Integer>> ranks = new ArrayList<>();

  private Entries(DomainFindings domain) {
    this.ranked = domain.actions();
    Map<String, List<StreamFindings>> failing =
        domain.streams().stream()
            .filter(stream -> stream.tally().fail() > 0)
            .collect(Collectors.groupingBy(StreamFindings::sourceGroup));
    this.streams = ranked.stream().map(action -> behind(action, failing)).toList();
    for (int rank = 0; rank < ranked.size(); rank++) {
      closed.set(rank, !isStanding(ranked.get(rank)));
    }
  }

  /** What stands open or is back, by effect. */
  static List<Entry> standing(DomainFindings domain) {
    Entries entries = new Entries(domain);
    entries.alike().forEach(entries::add);
    return List.copyOf(entries.entries);
  }

  /** What is in that state, by effect. */
  static List<Entry> of(ActionState state, DomainFindings domain) {
    return domain.actions().stream().filter(a -> a.state() == state).map(Entry::of).toList();
  }

  private static boolean isStanding(Action action) {
    return action.state() == ActionState.OPEN || action.state() == ActionState.BACK;
  }

  private Collection<List<Integer>> alike() {
    Map<Object, List<Integer>> alike = new LinkedHashMap<>();
    for (int rank = closed.nextClearBit(0); rank < ranked.size(); ) {
      Action action = ranked.get(rank);
      boolean joins = isOneOfMany(action) && action.state() == ActionState.OPEN;
      alike.computeIfAbsent(joins ? action.changes() : rank, kind -> new ArrayList<>()).add(rank);
      rank = closed.nextClearBit(rank + 1);
    }
    return alike.values();
  }

  private static boolean isOneOfMany(Action action) {
    Recommendation first = action.changes().get(0);
    return action.changes().size() == 1
        && (first == Recommendation.ASK_OWNER
            || first == Recommendation.PUBLISH_DKIM
            || first == Recommendation.WAIT);
  }

  private void add(List<Integer> members) {
    List<Action> actions =
        members.stream()
            .map(ranked::get)
            .sorted(Comparator.comparingLong((Action a) -> -a.failing()))
            .toList();
    List<Integer> insteadOf = insteadOf(members);
    members.forEach(told::set);
    int last = told.length() - 1;
    BitSet known = (BitSet) told.clone();
    known.or(closed);
    boolean complete = known.nextClearBit(0) > last;
    int firstClosed = closed.nextSetBit(0);
    entries.add(
        new Entry(
            actions,
            entries.size() + 1,
            insteadOf,
            insteadOf.stream().allMatch(n -> isAboutSpf(n) != Entry.isAboutSpf(actions.get(0))),
            complete && !entries.isEmpty() ? together(ranked.get(last)) : List.of(),
            firstClosed >= 0 && firstClosed < last,
            behind(members)));
    ranks.add(members);
  }

  private boolean isAboutSpf(int number) {
    return Entry.isAboutSpf(entries.get(number - 1).first());
  }

  private static List<OptionalDouble> together(Action last) {
    return List.of(last.cumulativeMin(), last.cumulativeMax());
  }

  /** The entries told already without which this one would not be superfluous. */
  private List<Integer> insteadOf(List<Integer> members) {
    if (!members.stream().allMatch(this::addsNothing)) {
      return List.of();
    }
    Set<StreamFindings> mine = new LinkedHashSet<>(behind(members));
    List<Integer> touching = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry earlier = entries.get(i);
      boolean before = ranks.get(i).get(0) < members.get(0);
      if (before && earlier.repairedMax() > 0) {
        if (new LinkedHashSet<>(earlier.streams()).containsAll(mine)) {
          return List.of(earlier.number());
        }
        if (earlier.streams().stream().anyMatch(mine::contains)) {
          touching.add(earlier.number());
        }
      }
    }
    return touching;
  }

  private boolean addsNothing(int rank) {
    Action action = ranked.get(rank);
    return rank > 0
        && action.repairedMax() > 0
        && action.cumulativeMin().equals(ranked.get(rank - 1).cumulativeMin())
        && action.cumulativeMax().equals(ranked.get(rank - 1).cumulativeMax());
  }

  private List<StreamFindings> behind(List<Integer> members) {
    return members.stream()
        .flatMap(rank -> streams.get(rank).stream())
        .distinct()
        .sorted(Comparator.comparingLong((StreamFindings s) -> -s.tally().fail()))
        .toList();
  }

  /** The failing mail that an action is recommended for. */
  private static List<StreamFindings> behind(
      Action action, Map<String, List<StreamFindings>> failing) {
    return action.sourceGroups().stream()
        .flatMap(group -> failing.getOrDefault(group, List.of()).stream())
        .filter(stream -> stream.diagnosis().recommendations().containsAll(action.changes()))
        .filter(stream -> concerns(action, stream))
        .toList();
  }

  private static boolean concerns(Action action, StreamFindings stream) {
    String sender = stream.diagnosis().sender();
    return switch (action.changes().get(0)) {
      case CUSTOM_MAIL_FROM, EASY_DKIM ->
          stream.diagnosis().headerFrom().filter(f -> f.text().equals(action.target())).isPresent();
      case VENDOR_DKIM, VENDOR_RETURN_PATH -> sender.equals(action.target());
      case ASK_OWNER -> (sender.isEmpty() ? stream.sourceGroup() : sender).equals(action.target());
      case PUBLISH_DKIM, WAIT -> stream.sourceGroup().equals(action.target());
      case RELAX_ASPF,
          RELAX_ADKIM,
          REPAIR_EASY_DKIM,
          OWN_IDENTITY,
          REPAIR_DKIM,
          AUTHORIZE_IN_SPF,
          REPAIR_SPF,
          PARK_DOMAIN,
          ENFORCE_POLICY,
          NONE ->
          true;
    };
  }
}
