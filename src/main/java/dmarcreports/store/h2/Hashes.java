package dmarcreports.store.h2;

import dmarcreports.store.rows.HashTable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/**
 * The hashes of one kind: those that are stored, in layers, and on top of them those that were
 * added since, in memory. What is stored is the beginning of a hash alone, and may be that of a row
 * which is there no more: it says where to look, not what is there.
 */
final class Hashes {
  /** A layer takes in the one below it where that has less than so many times as many entries. */
  private static final int TIMES = 4;

  private final HashKind kind;
  private final HashBlocks stored;
  private final List<HashLayer> layers;
  private HashTable added = new HashTable();

  Hashes(HashKind kind, HashBlocks stored) {
    this.kind = kind;
    this.stored = stored;
    layers = stored.layers(kind);
  }

  HashKind kind() {
    return kind;
  }

  List<HashLayer> layers() {
    return List.copyOf(layers);
  }

  /** All rows up to this id have their hashes in layers. */
  int lastId() {
    return layers.isEmpty() ? 0 : layers.get(layers.size() - 1).lastId();
  }

  long stored() {
    return layers.stream().mapToLong(HashLayer::entries).sum();
  }

  /** How many were added that are not stored yet. */
  int added() {
    return added.size();
  }

  void add(byte[] hash, int id) {
    added.add(hash, id);
  }

  /** Of what was added, only the first so many stay. */
  void takeBack(int added) {
    this.added.takeBack(added);
  }

  /** The id of the row of a hash among those added; that row is there. */
  OptionalInt findAdded(byte[] hash) {
    return added.find(hash);
  }

  /** The ids of all rows of a hash, and maybe some of others or of none. */
  void each(byte[] hash, IntConsumer id) {
    added.each(hash, id);
    eachStored(hash, id);
  }

  /** The same of those stored alone. */
  void eachStored(byte[] hash, IntConsumer id) {
    long stump = HashTable.stump(hash);
    layers.forEach(layer -> layer.each(stump, id));
  }

  /** Nothing is stored any more. */
  void forget() {
    layers.forEach(stored::remove);
    layers.clear();
  }

  /** Stores what was added, together with layers that are not much larger. */
  void save(int lastId) {
    if (added.size() == 0) {
      return;
    }
    SortedHashes all = HashBlock.of(added).entries();
    long entries = added.size();
    List<HashLayer> takenIn = new ArrayList<>();
    while (!layers.isEmpty() && layers.get(layers.size() - 1).entries() < TIMES * entries) {
      HashLayer below = layers.remove(layers.size() - 1);
      all = SortedHashes.merged(all, below.all());
      entries += below.entries();
      takenIn.add(below);
    }
    HashLayer whole = stored.write(kind, lastId, all);
    takenIn.forEach(stored::remove);
    layers.add(whole);
    added = new HashTable();
  }
}
