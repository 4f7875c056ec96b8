package dmarcreports.store.h2;

import static dmarcreports.store.tables.Tables.HASH_BLOCKS;
import static dmarcreports.store.tables.Tables.HASH_LAYERS;

import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.StoreException;
import dmarcreports.store.rows.Insert;
import dmarcreports.store.rows.NextIds;
import dmarcreports.store.rows.Rows;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** The tables in which hashes are kept. */
final class HashBlocks {
  private final OpenDatabase open;
  private PreparedStatement select;

  HashBlocks(OpenDatabase open) {
    this.open = open;
  }

  /** The layers of a kind, in the order of their rows. */
  List<HashLayer> layers(HashKind kind) {
    return new ArrayList<>(
        open.db()
            .selectFrom(HASH_LAYERS)
            .where(HASH_LAYERS.KIND.eq(kind.word()))
            .orderBy(HASH_LAYERS.ID)
            .fetch(
                row ->
                    new HashLayer(
                        this::read,
                        row.get(HASH_LAYERS.ID),
                        row.get(HASH_LAYERS.LAST_ID),
                        row.get(HASH_LAYERS.ENTRIES),
                        row.get(HASH_LAYERS.FIRST_BLOCK),
                        longs(row.get(HASH_LAYERS.FIRSTS)))));
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
        select =
            open.prepare(
                open.db()
                    .select(HASH_BLOCKS.ENTRIES)
                    .from(HASH_BLOCKS)
                    .where(HASH_BLOCKS.ID.eq(id)));
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
    int firstBlock = next(HASH_BLOCKS.ID);
    List<Long> firsts = new ArrayList<>();
    long[] stumps = new long[HashBlock.MOST];
    int[] ids = new int[HashBlock.MOST];
    int filled = 0;
    int entries = 0;
    try (Insert insert = new Insert(open, HASH_BLOCKS)) {
      boolean more = hashes.next();
      while (more) {
        stumps[filled] = hashes.stump();
        ids[filled++] = hashes.id();
        more = hashes.next();
        if (filled == HashBlock.MOST || !more) {
          HashBlock block =
              new HashBlock(Arrays.copyOf(stumps, filled), Arrays.copyOf(ids, filled));
          insert
              .set(HASH_BLOCKS.ID, firstBlock + firsts.size())
              .set(HASH_BLOCKS.ENTRIES, block.bytes())
              .add();
          insert.flush();
          firsts.add(stumps[0]);
          entries += filled;
          filled = 0;
        }
      }
    }
    ByteBuffer bytes = ByteBuffer.allocate(firsts.size() * Long.BYTES);
    firsts.forEach(bytes::putLong);
    HashLayer layer =
        new HashLayer(
            this::read, next(HASH_LAYERS.ID), lastId, entries, firstBlock, longs(bytes.array()));
    try (Insert insert = new Insert(open, HASH_LAYERS)) {
      insert
          .set(HASH_LAYERS.ID, layer.id())
          .set(HASH_LAYERS.KIND, kind.word())
          .set(HASH_LAYERS.LAST_ID, lastId)
          .set(HASH_LAYERS.ENTRIES, entries)
          .set(HASH_LAYERS.FIRST_BLOCK, firstBlock)
          .set(HASH_LAYERS.FIRSTS, bytes.array())
          .add();
      insert.flush();
    }
    return layer;
  }

  private int next(TableField<?, Integer> id) {
    return NextIds.after(open.db().select(DSL.max(id)).from(id.getTable()).fetchSingle().value1());
  }

  void remove(HashLayer layer) {
    open.db().deleteFrom(HASH_LAYERS).where(HASH_LAYERS.ID.eq(layer.id())).execute();
    open.db()
        .deleteFrom(HASH_BLOCKS)
        .where(HASH_BLOCKS.ID.between(layer.firstBlock(), layer.firstBlock() + layer.blocks() - 1))
        .execute();
  }

  /** Removes all of them: they are read from the rows again. */
  static void removeAll(OpenDatabase open) {
    open.db().deleteFrom(HASH_LAYERS).execute();
    open.db().deleteFrom(HASH_BLOCKS).execute();
  }
}
