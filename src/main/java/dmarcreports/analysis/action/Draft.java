package dmarcreports.analysis.action;

import dmarcreports.analysis.change.Done;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.change.WhatIf.Bounds;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An action that is being put together. */
final class Draft {
  static final Comparator<Draft> BY_EFFECT =
      Comparator.comparingLong((Draft d) -> d.alone.min())
          .thenComparingLong(d -> d.alone.max())
          .thenComparingLong(d -> d.failing)
          .reversed()
          .thenComparingInt(d -> d.priority)
          .thenComparing(d -> d.key);

  final ActionKey key;

  /** The failing messages that it is recommended for. */
  final List<Cell> recommended = new ArrayList<>();

  /** Where those come from. */
  final Set<String> groups = new HashSet<>();

  /** The other failing messages that it would or might repair. */
  final List<Cell> concerned = new ArrayList<>();

  /** The messages of both. */
  long failing;

  Bounds alone = Bounds.NONE;
  int rank;

  /** Its first place among the recommendations for a stream; equal effects go by it. */
  private int priority = Integer.MAX_VALUE;

  Draft(ActionKey key) {
    this.key = key;
  }

  void recommendedFor(List<Cell> alike, int place) {
    priority = Math.min(priority, place);
    recommended.addAll(alike);
    groups.add(alike.get(0).sourceGroup());
    failing = Tally.sum(failing, Cell.messages(alike));
  }

  boolean is(Recommendation change) {
    return key.changes().equals(List.of(change));
  }

  /** Whether it is sure to repair nothing, but may repair something. */
  boolean isOpen() {
    return alone.min() == 0
        && switch (key.changes().get(0)) {
          case PUBLISH_DKIM, REPAIR_DKIM, REPAIR_EASY_DKIM, REPAIR_SPF -> true;
          case RELAX_ASPF,
              RELAX_ADKIM,
              CUSTOM_MAIL_FROM,
              EASY_DKIM,
              OWN_IDENTITY,
              VENDOR_DKIM,
              VENDOR_RETURN_PATH,
              AUTHORIZE_IN_SPF,
              ASK_OWNER,
              PARK_DOMAIN,
              ENFORCE_POLICY,
              WAIT,
              NONE ->
              false;
        };
  }

  boolean restsOn(Set<String> asked) {
    return isOpen() && groups.stream().anyMatch(asked::contains);
  }

  boolean isOneOf(List<List<Recommendation>> changes, Cell cell) {
    return changes.contains(key.changes())
        && ActionKey.of(key.changes(), cell).target().equals(key.target());
  }

  void alsoFor(List<Cell> alike) {
    concerned.addAll(alike);
    failing = Tally.sum(failing, Cell.messages(alike));
  }

  Done changes(Cell cell) {
    return key.changesFor(cell);
  }
}
