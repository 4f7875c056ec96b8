package dmarcreports.store.h2;

import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.StoreException;
import java.util.BitSet;
import java.util.function.Consumer;

/** Where the hashes that are stored contradict the rows. */
public final class HashFaults {
  private final OpenDatabase open;
  private final Hashes hashes;
  private final Consumer<String> each;
  private final BitSet rows = new BitSet();
  private long named;

  private HashFaults(OpenDatabase open, Hashes hashes, Consumer<String> each) {
    this.open = open;
    this.hashes = hashes;
    this.each = each;
  }

  /** Names each fault. */
  public static void find(OpenDatabase open, Consumer<String> each) {
    HashBlocks stored = new HashBlocks(open);
    int lastReport = new Hashes(HashKind.KEY, stored).lastId();
    for (HashKind kind : HashKind.values()) {
      Hashes hashes = new Hashes(kind, stored);
      int last = kind == HashKind.DOCUMENT ? lastReport : hashes.lastId();
      try {
        new HashFaults(open, hashes, each).find(last);
      } catch (StoreException e) {
        each.accept(e.getMessage());
      }
    }
  }

  private void find(int last) {
    HashKind kind = hashes.kind();
    open.each(kind.upTo(), row -> findRow(row.getInt(1), row.getBytes(2)), last);
    long others = -named;
    for (HashLayer layer : hashes.layers()) {
      SortedHashes entries = layer.all();
      while (entries.next()) {
        others += rows.get(entries.id()) ? 1 : 0;
      }
    }
    if (others != 0) {
      each.accept("stored hashes of kind " + kind.word() + " that no row has: " + others);
    }
  }

  private void findRow(int id, byte[] hash) {
    rows.set(id);
    long before = named;
    hashes.eachStored(hash, one -> named += one == id ? 1 : 0);
    if (named == before) {
      each.accept("row " + id + " is not among the stored hashes of kind " + hashes.kind().word());
    }
  }
}
