package dmarcreports.store.h2;

import static dmarcreports.store.tables.Tables.HASH_BLOCKS;
import static dmarcreports.store.tables.Tables.HASH_LAYERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.store.Databases;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.StoreException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashesTest {
  private OpenDatabase open;

  @BeforeEach
  void open() {
    open =
        Databases.open(
            Databases.parse("jdbc:h2:mem:hashes" + System.nanoTime()), Duration.ZERO, true);
  }

  @AfterEach
  void close() {
    open.close();
  }

  private Hashes hashes() {
    return new Hashes(HashKind.KEY, new HashBlocks(open));
  }

  private static byte[] hash(long number) {
    byte[] hash = new byte[16];
    new Random(number * 7919).nextBytes(hash);
    return hash;
  }

  private static List<Integer> ids(Hashes hashes, byte[] hash) {
    List<Integer> ids = new ArrayList<>();
    hashes.each(hash, ids::add);
    ids.sort(null);
    return ids;
  }

  /** Runs that store many or few, end or do not, with hashes that begin alike. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatWasStoredIsFound(long seed) {
    Random random = new Random(seed);
    Map<Long, List<Integer>> model = new HashMap<>();
    Hashes hashes = hashes();
    int id = 0;
    for (int run = 0; run < 30; run++) {
      int more = random.nextInt(8) == 0 ? 9_000 : random.nextInt(40);
      for (int i = 0; i < more; i++) {
        id++;
        byte[] hash = hash(random.nextInt(20_000));
        ByteBuffer.wrap(hash).putLong(Long.BYTES, id);
        hashes.add(hash, id);
        model.computeIfAbsent(stump(hash), key -> new ArrayList<>()).add(id);
      }
      hashes.save(id);
      assertEquals(0, hashes.added());
      if (random.nextBoolean()) {
        hashes = hashes();
      }
      assertEquals(id, hashes.lastId());
      assertEquals(id, hashes.stored());
      for (int i = 0; i < 300; i++) {
        byte[] hash = hash(random.nextInt(25_000));
        assertEquals(model.getOrDefault(stump(hash), List.of()), ids(hashes, hash));
      }
    }
    int blocks = hashes.layers().stream().mapToInt(HashLayer::blocks).sum();
    assertEquals(blocks, open.db().fetchCount(HASH_BLOCKS));
    assertEquals(hashes.layers().size(), open.db().fetchCount(HASH_LAYERS));
    assertTrue(hashes.layers().size() < 9, hashes.layers().size() + " layers");
  }

  private static long stump(byte[] hash) {
    return ByteBuffer.wrap(hash).getLong();
  }

  /** More of them than a block holds begin alike, and more than one block begins with them. */
  @Test
  void thoseThatBeginAlikeAreFoundInAllTheirBlocks() {
    Hashes hashes = hashes();
    int alike = 3 * HashBlock.MOST;
    for (int id = 1; id <= alike; id++) {
      byte[] hash = hash(1);
      ByteBuffer.wrap(hash).putLong(Long.BYTES, id);
      hashes.add(hash, id);
      hashes.add(hash(id + 1), alike + id);
    }
    hashes.save(2 * alike);
    assertEquals(alike, ids(hashes(), hash(1)).size());
    assertEquals(List.of(alike + 500), ids(hashes(), hash(501)));
    assertEquals(List.of(), ids(hashes(), hash(alike + 2)));
  }

  @Test
  void onlyTheBlocksThatAreAskedForAreRead() {
    Hashes hashes = hashes();
    for (int id = 1; id <= 100_000; id++) {
      hashes.add(hash(id), id);
    }
    hashes.save(100_000);
    Hashes later = hashes();
    HashLayer layer = later.layers().get(0);
    assertEquals(25, layer.blocks());
    assertEquals(0, layer.read());
    assertEquals(List.of(77), ids(later, hash(77)));
    assertEquals(1, layer.read());
    assertEquals(List.of(77), ids(later, hash(77)));
    assertEquals(List.of(), ids(later, hash(-1)));
    assertTrue(layer.read() <= 2);
  }

  /** Ten nights of ten reports write anew a few of them, not the 100,000. */
  @Test
  void aFewMoreRewriteLittle() {
    Hashes hashes = hashes();
    for (int id = 1; id <= 100_000; id++) {
      hashes.add(hash(id), id);
    }
    hashes.save(100_000);
    int block = hashes.layers().get(0).firstBlock();
    for (int night = 0; night < 100; night++) {
      Hashes now = hashes();
      for (int i = 1; i <= 10; i++) {
        int id = 100_000 + 10 * night + i;
        now.add(hash(id), id);
      }
      now.save(100_010 + 10 * night);
      assertEquals(block, now.layers().get(0).firstBlock());
      assertTrue(now.layers().size() <= 6, now.layers().size() + " layers");
    }
    assertEquals(List.of(100_777), ids(hashes(), hash(100_777)));
  }

  @Test
  void aBlockThatIsOtherIsNotBelieved() {
    Hashes hashes = hashes();
    for (int id = 1; id <= 10; id++) {
      hashes.add(hash(id), id);
    }
    hashes.save(10);
    byte[] bytes = open.db().select(HASH_BLOCKS.ENTRIES).from(HASH_BLOCKS).fetchSingle().value1();
    for (byte[] other : List.of(new byte[0], new byte[bytes.length], flipped(bytes))) {
      open.db().update(HASH_BLOCKS).set(HASH_BLOCKS.ENTRIES, other).execute();
      StoreException damaged = assertThrows(StoreException.class, () -> ids(hashes(), hash(7)));
      assertTrue(
          damaged
              .getMessage()
              .startsWith("block 1 of hashes cannot be read: the database is damaged; restore"),
          damaged.getMessage());
    }
  }

  private static byte[] flipped(byte[] bytes) {
    byte[] flipped = bytes.clone();
    flipped[8] ^= (byte) 0x80;
    return flipped;
  }
}
