package dmarcreports.store.h2;

import static dmarcreports.store.tables.Tables.HASH_BLOCKS;
import static dmarcreports.store.tables.Tables.HASH_LAYERS;

import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.StoreException;
import dmarcreports.store.rows.NextIds;
import dmarcreports.store.rows.Rows;
import dmarcreports.store.sql.Sql;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tables in which hashes are kept. */
final class HashBlocks {
  private final OpenDatabase open;
  private PreparedStatement select;

  HashBlocks(OpenDatabase open) {
    this.open = open;
  }

  /** The layers of a kind, in the order of their rows. */
  List<HashLayer> layers(HashKind kind) {
    return open.all(
        Sql.LAYERS,
        row ->
            new HashLayer(
                this::read,
                row.getInt(1),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                longs(row.getBytes(5))),
        kind.word());
  }

  private static long[] longs(byte[] bytes) {
    long[] longs = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(longs);
    return longs;
  }

  /**
   * A block.
   *
   * @param first the first eight bytes of its first hash
   * @throws StoreException where it is not as it was stored
   */
  private HashBlock read(int id, int size, long first) {
    byte[] bytes = bytes(id);
    return Rows.read("block " + id + " of hashes", () -> HashBlock.of(bytes, size, first));
  }

  private byte[] bytes(int id) {
    try {
      if (select == null) {
        select = open.prepare(Sql.BLOCK);
      }
      select.setInt(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getBytes(1) : new byte[0];
      }
    } catch (SQLException e) {
      throw open.failure(e);
    }
  }

  /** Stores hashes as the last layer of a kind. */
  HashLayer write(HashKind kind, int lastId, SortedHashes hashes) {
    int firstBlock = NextIds.after(open, Sql.LAST_BLOCK);
    List<Long> firsts = new ArrayList<>();
    long[] stumps = new long[HashBlock.MOST];
    int[] ids = new int[HashBlock.MOST];
    int filled = 0;
    int entries = 0;
    boolean more = hashes.next();
    while (more) {
      stumps[filled] = hashes.stump();
      ids[filled++] = hashes.id();
      more = hashes.next();
      if (filled == HashBlock.MOST || !more) {
        HashBlock block = new HashBlock(Arrays.copyOf(stumps, filled), Arrays.copyOf(ids, filled));
        open.run(Sql.INSERT_BLOCK, firstBlock + firsts.size(), block.bytes());
        firsts.add(stumps[0]);
        entries += filled;
        filled = 0;
      }
    }
    ByteBuffer bytes = ByteBuffer.allocate(firsts.size() * Long.BYTES);
    firsts.forEach(bytes::putLong);
    HashLayer layer =
        new HashLayer(
            this::read,
            NextIds.after(open, Sql.LAST_LAYER),
            lastId,
            entries,
            firstBlock,
            longs(bytes.array()));
    open.run(Sql.INSERT_LAYER, layer.id(), kind.word(), lastId, entries, firstBlock, bytes.array());
    return layer;
  }

  void remove(HashLayer layer) {
    open.run(Sql.REMOVE_LAYER, layer.id());
    open.run(Sql.REMOVE_BLOCKS, layer.firstBlock(), layer.firstBlock() + layer.blocks() - 1);
  }

  /** Removes all of them: they are read from the rows again. */
  static void removeAll(OpenDatabase open) {
    open.db().deleteFrom(HASH_LAYERS).execute();
    open.db().deleteFrom(HASH_BLOCKS).execute();
  }
}
