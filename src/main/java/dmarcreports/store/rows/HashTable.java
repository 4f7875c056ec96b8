package dmarcreports.store.rows;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/**
 * Hashes in memory, each with a number, in the order in which they were added, so that the last can
 * be taken back. An entry takes 28 to 32 bytes; half as much again while the table grows.
 */
public final class HashTable {
  private static final int FEW = 1 << 4;

  private int size;
  private long[] stumps = new long[FEW];
  private long[] rests = new long[FEW];
  private int[] ids = new int[FEW];

  /**
   * Of each entry, the place behind the one before it of the same slot; 0 where it is the first.
   */
  private int[] before = new int[FEW];

  /** The place behind the last entry of each slot; 0 where there is none. */
  private int[] slots = new int[FEW];

  /** The first eight bytes of a hash. */
  public static long stump(byte[] hash) {
    return ByteBuffer.wrap(hash).getLong();
  }

  private static long rest(byte[] hash) {
    return ByteBuffer.wrap(hash).getLong(Long.BYTES);
  }

  public int size() {
    return size;
  }

  /** A hash may be there with several numbers. */
  public void add(byte[] hash, int id) {
    if (size == ids.length) {
      grow();
    }
    stumps[size] = stump(hash);
    rests[size] = rest(hash);
    ids[size] = id;
    link(size++);
  }

  private void grow() {
    int larger = 2 * size;
    stumps = Arrays.copyOf(stumps, larger);
    rests = Arrays.copyOf(rests, larger);
    ids = Arrays.copyOf(ids, larger);
    before = new int[larger];
    slots = new int[larger];
    for (int entry = 0; entry < size; entry++) {
      link(entry);
    }
  }

  private void link(int entry) {
    int slot = slot(stumps[entry]);
    before[entry] = slots[slot];
    slots[slot] = entry + 1;
  }

  private int slot(long stump) {
    return (int) stump & slots.length - 1;
  }

  /** Only the entries that were there when the table had this size stay. */
  public void takeBack(int size) {
    while (this.size > size) {
      this.size--;
      slots[slot(stumps[this.size])] = before[this.size];
    }
  }

  /** The number of a hash, the latest of several; empty where it is not there. */
  public OptionalInt find(byte[] hash) {
    int entry = last(hash, slots[slot(stump(hash))]);
    return entry == 0 ? OptionalInt.empty() : OptionalInt.of(ids[entry - 1]);
  }

  /** The numbers of a hash, the latest first. */
  public void each(byte[] hash, IntConsumer each) {
    for (int entry = last(hash, slots[slot(stump(hash))]);
        entry > 0;
        entry = last(hash, before[entry - 1])) {
      each.accept(ids[entry - 1]);
    }
  }

  /** The place behind the entry of a hash, looked for from the one behind this place; or 0. */
  private int last(byte[] hash, int from) {
    long stump = stump(hash);
    long rest = rest(hash);
    int entry = from;
    while (entry > 0 && (stumps[entry - 1] != stump || rests[entry - 1] != rest)) {
      entry = before[entry - 1];
    }
    return entry;
  }

  /** The first eight bytes of all hashes, sorted. */
  public long[] sortedStumps() {
    long[] sorted = Arrays.copyOf(stumps, size);
    Arrays.sort(sorted);
    return sorted;
  }

  /** The numbers of all hashes that begin so. */
  public void eachOfStump(long stump, IntConsumer each) {
    for (int entry = slots[slot(stump)]; entry > 0; entry = before[entry - 1]) {
      if (stumps[entry - 1] == stump) {
        each.accept(ids[entry - 1]);
      }
    }
  }
}
