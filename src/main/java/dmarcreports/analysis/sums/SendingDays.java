package dmarcreports.analysis.sums;

import dmarcreports.analysis.sender.SenderProfile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The days on which each source group sent. Once a service is set up, its own names go from its
 * mail, which then belongs to a network: an address that was proven to be the service's, by mail
 * that came straight from it, goes on being so.
 */
public final class SendingDays {
  private final Map<String, SortedInts> days = new HashMap<>();
  private final Map<Source, Set<String>> services = new IdentityHashMap<>();

  /** Nearly all addresses are of one service. */
  private final Map<String, Set<String>> singles = new HashMap<>();

  private SendingDays() {}

  public static SendingDays in(List<Cell> cells) {
    SendingDays sending = new SendingDays();
    Cell.eachKind(cells, sending::addServices);
    Cell.eachKind(cells, sending::addDays);
    return sending;
  }

  private void addServices(List<Cell> alike) {
    CellKind kind = alike.get(0).kind();
    Optional<SenderProfile> service = kind.sender().service();
    boolean straight =
        service.isPresent()
            && kind.addressed()
            && !kind.hasForwarderEvidence()
            && kind.facts().spf().passingForeign().stream().allMatch(service.get()::passesSpfAs);
    if (straight) {
      Set<String> single = singles.computeIfAbsent(kind.sourceGroup(), Set::of);
      for (Cell cell : alike) {
        services.merge(cell.from(), single, SendingDays::union);
      }
    }
  }

  private static Set<String> union(Set<String> known, Set<String> single) {
    if (known.containsAll(single)) {
      return known;
    }
    Set<String> union = new HashSet<>(known);
    union.addAll(single);
    return union;
  }

  private void addDays(List<Cell> alike) {
    String own = alike.get(0).sourceGroup();
    of(own).addAll(Cell.days(alike));
    for (Cell cell : alike) {
      for (String service : services.getOrDefault(cell.from(), Set.of())) {
        if (!service.equals(own)) {
          of(service).addAll(cell.days());
        }
      }
    }
  }

  private SortedInts of(String group) {
    return days.computeIfAbsent(group, g -> new SortedInts());
  }

  /** The days on which any of those groups sent. */
  public SortedInts of(List<String> groups) {
    SortedInts union = new SortedInts();
    groups.forEach(group -> union.addAll(of(group)));
    return union;
  }
}
