package dmarcreports.analysis.change;

import dmarcreports.analysis.alignment.Identity;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.report.DomainName;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** What has been changed about a message, and which keys have been repaired among it. */
public final class Done {
  /** Most messages are touched by none. */
  private Set<Recommendation> changes;

  /** The domains whose keys have been repaired; most changes repair none. */
  private Set<DomainName> keys = Set.of();

  private final boolean everyKey;

  private Done(Set<Recommendation> changes, boolean everyKey) {
    this.changes = changes;
    this.everyKey = everyKey;
  }

  public static Done nothing() {
    return new Done(Set.of(), false);
  }

  /** Those changes, whatever they are made to, in their order. */
  public static Done all(Set<Recommendation> changes) {
    return new Done(changes, true);
  }

  public void add(Recommendation change) {
    changes = changes.isEmpty() ? EnumSet.noneOf(Recommendation.class) : changes;
    changes.add(change);
  }

  public void addKeys(Collection<DomainName> domains) {
    keys = keys.isEmpty() ? new HashSet<>() : keys;
    keys.addAll(domains);
  }

  /** Adds all that has been done besides. */
  public void add(Done other) {
    other.changes.forEach(this::add);
    if (!other.keys.isEmpty()) {
      addKeys(other.keys);
    }
  }

  /** In the order in which they were made, where that was told. */
  Set<Recommendation> changes() {
    return changes;
  }

  boolean contains(Recommendation change) {
    return changes.contains(change);
  }

  boolean isNothing() {
    return changes.isEmpty();
  }

  /** Whether SPF aligns in relaxed mode, by the record or by then. */
  boolean relaxesSpf(Cell cell) {
    return cell.facts().spf().isRelaxed() || contains(Recommendation.RELAX_ASPF);
  }

  /** The same for DKIM. */
  boolean relaxesDkim(Cell cell) {
    return cell.facts().dkim().isRelaxed() || contains(Recommendation.RELAX_ADKIM);
  }

  /** Whether the key of a signature as that domain has been repaired. */
  boolean repairs(Identity signature) {
    return everyKey || signature.domain().filter(keys::contains).isPresent();
  }
}
