package dmarcreports.analysis.lookup;

import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyPublished;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the stored reports show of mail in a domain's name, as far as DNS has to do with it.
 *
 * @param policy the policy that the newest report about the domain itself names
 * @param newestDay of all that is stored about its mail; empty where nothing is
 * @param messages how many there are
 * @param keys of signatures in its organization's name
 * @param paths the names of its organization that SPF was checked for
 * @param regions of Amazon SES whose own return path mail in its name had
 * @param walked names that a receiver climbed the tree from, and how many messages they are about
 * @param unnamedKeys messages with a signature whose selector no report names
 */
public record SeenMail(
    Optional<PolicyPublished> policy,
    Optional<LocalDate> newestDay,
    long messages,
    SortedMap<SeenKey, SeenSignature> keys,
    SortedMap<DomainName, SeenPath> paths,
    SortedSet<String> regions,
    SortedMap<DomainName, Long> walked,
    long unnamedKeys) {

  /** As long as an action is open after its last message. */
  static final int RECENT_DAYS = 7;

  /** Nothing is stored. */
  public static final SeenMail NONE =
      new SeenMail(
          Optional.empty(),
          Optional.empty(),
          0,
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeSet<>(),
          new TreeMap<>(),
          0);

  /** Keeps its own copies. */
  public SeenMail {
    keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
    paths = Collections.unmodifiableSortedMap(new TreeMap<>((Map<DomainName, SeenPath>) paths));
    walked = Collections.unmodifiableSortedMap(new TreeMap<>((Map<DomainName, Long>) walked));
    regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
  }

  /** Nothing but keys. */
  static SeenMail ofKeys(SortedMap<SeenKey, SeenSignature> keys) {
    return new SeenMail(
        NONE.policy,
        NONE.newestDay,
        0,
        keys,
        NONE.paths,
        NONE.regions,
        NONE.walked,
        NONE.unnamedKeys);
  }

  /** What reports show of a selector. */
  SeenSignature signature(SeenKey key) {
    return keys.getOrDefault(key, SeenSignature.NEVER);
  }

  /** Whether a day is one of the last that are stored. */
  boolean isRecent(LocalDate day) {
    return newestDay.filter(newest -> day.isAfter(newest.minusDays(RECENT_DAYS))).isPresent();
  }

  /** Whether something was seen, well or not, on one of the last days that are stored. */
  boolean isInUse(Fared fared) {
    return Stream.of(fared.lastPassing(), fared.lastFailing())
        .flatMap(Optional::stream)
        .anyMatch(this::isRecent);
  }

  /** What reports show of a name that SPF may be checked for. */
  SeenPath path(DomainName name) {
    return paths.getOrDefault(name, SeenPath.NEVER);
  }
}
