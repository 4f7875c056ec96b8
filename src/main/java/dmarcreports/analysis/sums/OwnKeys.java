package dmarcreports.analysis.sums;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From which source groups each of our keys verifies. A signature that fails in one and passes in
 * another was whole when it left, and was broken on the way; one that passes nowhere is broken
 * where it is made.
 */
public final class OwnKeys {
  private final Map<String, Set<String>> groups = new HashMap<>();

  public OwnKeys(List<Cell> cells) {
    Cell.eachKind(cells, this::add);
  }

  private void add(List<Cell> alike) {
    CellKind kind = alike.get(0).kind();
    if (!kind.facts().provenKeys().isEmpty() && alike.stream().anyMatch(Cell::trusted)) {
      for (String key : kind.facts().provenKeys()) {
        groups.computeIfAbsent(key, k -> new HashSet<>()).add(kind.sourceGroup());
      }
    }
  }

  /** The same cells; what looks like a list stays so where our signature was whole before. */
  List<Cell> confirm(List<Cell> cells) {
    List<Cell> confirmed = new ArrayList<>(cells.size());
    Cell.eachKind(
        cells,
        alike -> {
          CellKind kind = alike.get(0).kind();
          if (kind.sender().listShape() && !isProvenElsewhere(kind)) {
            CellKind other = kind.with(kind.sender().withoutListShape());
            alike.forEach(cell -> confirmed.add(cell.with(other)));
          } else {
            confirmed.addAll(alike);
          }
        });
    return confirmed;
  }

  /** Whether a key that does not verify there verifies in mail of another source group. */
  public boolean isProvenElsewhere(CellKind kind) {
    for (String key : kind.facts().brokenKeys()) {
      for (String group : groups.getOrDefault(key, Set.of())) {
        if (!group.equals(kind.sourceGroup())) {
          return true;
        }
      }
    }
    return false;
  }
}
