package dmarcreports.store.rows;

import java.nio.ByteBuffer;

/** The first eight bytes of hashes, in memory, up to a number of them. */
public final class Stumps {
  /** How many are kept; they take sixteen bytes each at least. */
  static final int MOST = 1 << 19;

  private long[] slots = new long[1 << 10];
  private int size;
  private boolean full;

  /** Whether there were more than are kept: none is kept any more. */
  boolean full() {
    return full;
  }

  /** Whether one like it was added, and is kept. */
  public boolean hold(byte[] hash) {
    return !full && slots[slot(slots, stump(hash))] != 0;
  }

  public void add(byte[] hash) {
    if (full) {
      return;
    }
    if (2 * size >= slots.length) {
      grow();
    }
    long stump = stump(hash);
    int slot = slot(slots, stump);
    if (slots[slot] == 0) {
      slots[slot] = stump;
      size++;
    }
    if (size > MOST) {
      full = true;
      slots = new long[0];
    }
  }

  private void grow() {
    long[] larger = new long[2 * slots.length];
    for (long stump : slots) {
      if (stump != 0) {
        larger[slot(larger, stump)] = stump;
      }
    }
    slots = larger;
  }

  /** Where it is, or has to be. */
  private static int slot(long[] slots, long stump) {
    int slot = (int) stump & slots.length - 1;
    while (slots[slot] != 0 && slots[slot] != stump) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private static long stump(byte[] hash) {
    long stump = ByteBuffer.wrap(hash).getLong();
    return stump == 0 ? 1 : stump;
  }
}
