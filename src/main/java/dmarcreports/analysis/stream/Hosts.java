package dmarcreports.analysis.stream;

import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.Source;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.report.DomainName;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the confirmed names of a stream's addresses tell: testimony, which counts against nothing.
 *
 * @param service the one whose hosts all of it came from
 * @param forwarder whose hosts passed most of it on, where nothing else tells whose they are
 * @param names of most messages first
 * @param addresses how many it came from
 */
record Hosts(
    Optional<SenderProfile> service,
    Optional<SenderProfile> forwarder,
    List<DomainName> names,
    int addresses) {
  /** So many names are shown. */
  private static final int MOST_NAMES = 3;

  private static final Hosts UNKNOWN = new Hosts(Optional.empty(), Optional.empty(), List.of(), 0);

  /** Keeps its own copy of the list. */
  Hosts {
    names = List.copyOf(names);
  }

  /**
   * Those of a stream.
   *
   * @param passedOn whether most of it came from hosts that pass mail on, and nothing else tells
   *     whose they are
   */
  static Hosts of(List<Cell> cells, boolean passedOn) {
    SortedMap<DomainName, Long> names = new TreeMap<>();
    for (Cell cell : cells) {
      cell.from().name().ifPresent(name -> names.merge(name, cell.messages(), Tally::sum));
    }
    if (names.isEmpty()) {
      return UNKNOWN;
    }
    Set<Source> sources = new HashSet<>();
    Set<Optional<SenderProfile>> services = new HashSet<>();
    SortedMap<String, SenderProfile> forwarders = new TreeMap<>();
    for (Cell cell : cells) {
      sources.add(cell.from());
      services.add(cell.sender().host().service());
      cell.sender().host().forwarder().ifPresent(one -> forwarders.put(one.name(), one));
    }
    return new Hosts(
        services.size() == 1 ? services.iterator().next() : Optional.empty(),
        passedOn ? forwarders.values().stream().findFirst() : Optional.empty(),
        names.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .toList(),
        sources.size());
  }

  /** Whether most of it came from hosts that pass mail on. */
  boolean passOn() {
    return forwarder.isPresent();
  }

  /** The names in a sentence; empty where there are none. */
  Optional<Saying> told() {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Names shown = Names.of(Names.Joint.SERIES, names, MOST_NAMES);
    return Optional.of(
        service
            .map(one -> AsidePhrase.CALLED_AS_OF.of(addresses, shown, one.name()))
            .orElseGet(() -> AsidePhrase.CALLED.of(addresses, shown)));
  }
}
