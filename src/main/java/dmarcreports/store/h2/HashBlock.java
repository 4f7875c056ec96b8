package dmarcreports.store.h2;

import dmarcreports.store.rows.HashTable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Hashes as they are read together. */
final class HashBlock {
  /** How many entries one that is stored holds at most. */
  static final int MOST = 1 << 12;

  private static final int ENTRY = Long.BYTES + Integer.BYTES;

  private final long[] stumps;
  private final int[] ids;

  /**
   * @param stumps the first eight bytes of each hash, in their order
   * @param ids of their rows
   */
  HashBlock(long[] stumps, int[] ids) {
    this.stumps = stumps;
    this.ids = ids;
  }

  /** All hashes of a table, however many. */
  static HashBlock of(HashTable table) {
    long[] stumps = table.sortedStumps();
    int[] ids = new int[stumps.length];
    int[] filled = new int[1];
    for (int i = 0; i < stumps.length; i++) {
      if (i == 0 || stumps[i] != stumps[i - 1]) {
        table.eachOfStump(stumps[i], id -> ids[filled[0]++] = id);
      }
    }
    return new HashBlock(stumps, ids);
  }

  /**
   * One that was stored.
   *
   * @param first the first eight bytes of its first hash
   * @throws IllegalArgumentException where these are not its bytes
   */
  static HashBlock of(byte[] bytes, int entries, long first) {
    if (bytes.length != entries * ENTRY) {
      throw new IllegalArgumentException(bytes.length + " bytes");
    }
    ByteBuffer from = ByteBuffer.wrap(bytes);
    long[] stumps = new long[entries];
    int[] ids = new int[entries];
    from.asLongBuffer().get(stumps);
    from.position(entries * Long.BYTES);
    from.asIntBuffer().get(ids);
    for (int i = 0; i < entries; i++) {
      if (i == 0 ? stumps[i] != first : stumps[i] < stumps[i - 1]) {
        throw new IllegalArgumentException("not in order at " + i);
      }
    }
    return new HashBlock(stumps, ids);
  }

  byte[] bytes() {
    ByteBuffer to = ByteBuffer.allocate(stumps.length * ENTRY);
    to.asLongBuffer().put(stumps);
    to.position(stumps.length * Long.BYTES);
    to.asIntBuffer().put(ids);
    return to.array();
  }

  /** The ids of those that begin so. */
  void each(long stump, IntConsumer each) {
    int at = Arrays.binarySearch(stumps, stump);
    while (at > 0 && stumps[at - 1] == stump) {
      at--;
    }
    for (; at >= 0 && at < stumps.length && stumps[at] == stump; at++) {
      each.accept(ids[at]);
    }
  }

  SortedHashes entries() {
    return new SortedHashes() {
      private int at = -1;

      @Override
      public boolean next() {
        at++;
        return at < stumps.length;
      }

      @Override
      public long stump() {
        return stumps[at];
      }

      @Override
      public int id() {
        return ids[at];
      }
    };
  }
}
