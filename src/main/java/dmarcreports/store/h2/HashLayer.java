package dmarcreports.store.h2;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The hashes of rows that were stored one after the other, in blocks that are read when asked for.
 */
final class HashLayer {
  private final Stored stored;
  private final int id;
  private final int lastId;
  private final int entries;
  private final int firstBlock;
  private final long[] firsts;
  private final HashBlock[] read;

  /** Where the blocks are. */
  interface Stored {
    /** A block, of which the size and the first eight bytes of the first hash are known. */
    HashBlock read(int id, int size, long first);
  }

  /**
   * @param lastId that of the last row
   * @param firsts the first eight bytes of the first hash of each block
   */
  HashLayer(Stored stored, int id, int lastId, int entries, int firstBlock, long[] firsts) {
    this.stored = stored;
    this.id = id;
    this.lastId = lastId;
    this.entries = entries;
    this.firstBlock = firstBlock;
    this.firsts = firsts;
    read = new HashBlock[firsts.length];
  }

  int id() {
    return id;
  }

  int lastId() {
    return lastId;
  }

  int entries() {
    return entries;
  }

  int firstBlock() {
    return firstBlock;
  }

  int blocks() {
    return firsts.length;
  }

  /** How many blocks are in memory. */
  int read() {
    return (int) Arrays.stream(read).filter(block -> block != null).count();
  }

  /** The ids of the rows whose hashes may begin so, and none of others that were ever stored. */
  void each(long stump, IntConsumer each) {
    int block = Arrays.binarySearch(firsts, stump);
    block = block < 0 ? -block - 1 : block;
    while (block > 0 && firsts[block - 1] >= stump) {
      block--;
    }
    // the one before may end with what this one begins with
    for (block = Math.max(0, block - 1); block < firsts.length && firsts[block] <= stump; block++) {
      if (read[block] == null) {
        read[block] = block(block);
      }
      read[block].each(stump, each);
    }
  }

  private HashBlock block(int block) {
    int size = Math.min(HashBlock.MOST, entries - block * HashBlock.MOST);
    return stored.read(firstBlock + block, size, firsts[block]);
  }

  /** All of them; none of it stays in memory. */
  SortedHashes all() {
    return new SortedHashes() {
      private int next;
      private SortedHashes at = new HashBlock(new long[0], new int[0]).entries();

      @Override
      public boolean next() {
        while (!at.next()) {
          if (next == firsts.length) {
            return false;
          }
          at = block(next++).entries();
        }
        return true;
      }

      @Override
      public long stump() {
        return at.stump();
      }

      @Override
      public int id() {
        return at.id();
      }
    };
  }
}
