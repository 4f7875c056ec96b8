package dmarcreports.store.h2;

import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.sql.Sql;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All hashes of one table, whose rows are stored one after the other: what no layer has yet is read
 * from the rows.
 */
public final class TableHashes {
  /** Of each kind; they take up to 8 MiB. */
  private static final int MOST_ADDED = 1 << 18;

  /** So many more than there are rows may be stored, and half as many as there are rows. */
  private static final int SOME = 1_000;

  private final OpenDatabase open;
  private final List<Hashes> kinds;
  private final int mostAdded;
  private int lastId;

  /**
   * @param mostAdded so many in memory are stored before the run ends
   */
  TableHashes(OpenDatabase open, int mostAdded, HashKind... kinds) {
    this.open = open;
    this.mostAdded = mostAdded;
    HashBlocks stored = new HashBlocks(open);
    this.kinds = Stream.of(kinds).map(kind -> new Hashes(kind, stored)).toList();
    lastId = this.kinds.get(0).lastId();
    forgetWhereManyRowsAreGone();
    readOn();
  }

  static TableHashes ofReports(OpenDatabase open) {
    return new TableHashes(open, MOST_ADDED, HashKind.KEY, HashKind.DOCUMENT);
  }

  /** What finds the ids of the reports of a key. */
  public static Function<byte[], List<Integer>> reportsOfKey(OpenDatabase open) {
    return new HashedRows<>(
            open, ofReports(open).of(HashKind.KEY), Integer.class, Sql.REPORT_IF_KEY)
        ::all;
  }

  static TableHashes ofEvidences(OpenDatabase open) {
    return new TableHashes(open, MOST_ADDED, HashKind.EVIDENCE);
  }

  Hashes of(HashKind kind) {
    return kinds.stream().filter(hashes -> hashes.kind() == kind).findFirst().orElseThrow();
  }

  /** The id after the last that a row has, or had and a layer still names. */
  int nextId() {
    return lastId + 1;
  }

  private void forgetWhereManyRowsAreGone() {
    long rows = open.number(ofEvidences() ? Sql.COUNT_EVIDENCES : Sql.COUNT_REPORTS);
    if (kinds.get(0).stored() > rows + rows / 2 + SOME) {
      kinds.forEach(Hashes::forget);
      lastId = 0;
    }
  }

  private boolean ofEvidences() {
    return kinds.get(0).kind() == HashKind.EVIDENCE;
  }

  /** Adds the hashes of the rows that no layer has. */
  private void readOn() {
    Sql hashesOfRows = ofEvidences() ? Sql.HASHES_OF_EVIDENCES : Sql.HASHES_OF_REPORTS;
    int before;
    do {
      before = lastId;
      open.each(
          hashesOfRows,
          row -> {
            int place = 1;
            int read = row.getInt(place);
            for (Hashes hashes : kinds) {
              place++;
              add(hashes, row.getBytes(place), read);
            }
          },
          before,
          mostAdded);
      saveMany();
    } while (lastId > before);
  }

  /** A row has a hash, or null. */
  void add(HashKind kind, byte[] hash, int row) {
    add(of(kind), hash, row);
  }

  private void add(Hashes to, byte[] hash, int row) {
    lastId = Math.max(lastId, row);
    if (hash != null) {
      to.add(hash, row);
    }
  }

  /** Stores what was added where that is much. */
  void saveMany() {
    if (kinds.get(0).added() >= mostAdded) {
      save();
    }
  }

  /** Stores what was added. */
  void save() {
    kinds.forEach(hashes -> hashes.save(lastId));
  }
}
