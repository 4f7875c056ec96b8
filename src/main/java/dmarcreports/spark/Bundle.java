package dmarcreports.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Inputs that one task reads, side by side in their order. */
record Bundle(ArrayList<Listed> inputs) implements Serializable {
  /** What opening an input costs beside reading it, in bytes. */
  private static final long OPENING = 16 << 10;

  /** What one task reads at most, where it is not one input. */
  private static final long MOST = 128 << 20;

  /** What is not worth a task of its own. */
  private static final long LEAST = 2 << 20;

  private static final int TASKS_OF_A_CORE = 3;

  /** Packs inputs by size, so that each core has some tasks, and none of them is a short one. */
  static List<Bundle> pack(List<Listed> inputs, int cores) {
    long all = inputs.stream().mapToLong(Bundle::cost).sum();
    long room = Math.max(LEAST, Math.min(MOST, all / ((long) cores * TASKS_OF_A_CORE)));
    List<Bundle> bundles = new ArrayList<>();
    long left = 0;
    for (Listed input : inputs) {
      if (bundles.isEmpty() || cost(input) > left) {
        bundles.add(new Bundle(new ArrayList<>()));
        left = room;
      }
      bundles.get(bundles.size() - 1).inputs().add(input);
      left -= cost(input);
    }
    return bundles;
  }

  private static long cost(Listed input) {
    return input.size() + OPENING;
  }
}
