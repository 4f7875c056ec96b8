package dmarcreports.analysis;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What has been changed about a message.
 *
 * @param changes in no order
 * @param keys the domains whose keys have been repaired, among those changes
 * @param everyKey whether all keys have been
 */
record Done(Set<Recommendation> changes, Set<String> keys, boolean everyKey) {

  static Done nothing() {
    return new Done(EnumSet.noneOf(Recommendation.class), new HashSet<>(), false);
  }

  /** Those changes, whatever they are made to. */
  static Done all(Set<Recommendation> changes) {
    return new Done(changes, Set.of(), true);
  }

  boolean contains(Recommendation change) {
    return changes.contains(change);
  }

  boolean isNothing() {
    return changes.isEmpty();
  }

  /** Whether the key of a signature as that domain has been repaired. */
  boolean repairs(Identity signature) {
    return everyKey || signature.domain().filter(d -> keys.contains(d.text())).isPresent();
  }

  /** Both. */
  Done and(Done other) {
    Set<Recommendation> both = EnumSet.noneOf(Recommendation.class);
    both.addAll(changes);
    both.addAll(other.changes);
    Set<String> allKeys = new HashSet<>(keys);
    allKeys.addAll(other.keys);
    return new Done(both, allKeys, everyKey || other.everyKey);
  }
}
