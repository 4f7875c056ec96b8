package dmarcreports.store.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTableTest {
  /** Hashes of which many are alike at their beginning, some whole. */
  private static byte[] hash(Random random) {
    byte[] hash = new byte[16];
    hash[0] = (byte) (random.nextInt(4) - 2);
    hash[7] = (byte) random.nextInt(8);
    hash[15] = (byte) random.nextInt(4);
    return hash;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void isAListInWhichTheLastCanBeTakenBack(long seed) {
    Random random = new Random(seed);
    HashTable table = new HashTable();
    List<byte[]> hashes = new ArrayList<>();
    for (int step = 0; step < 2_000; step++) {
      if (random.nextInt(40) == 0) {
        int left = hashes.size() - random.nextInt(hashes.size() / 4 + 1);
        table.takeBack(left);
        hashes.subList(left, hashes.size()).clear();
      } else {
        byte[] hash = hash(random);
        table.add(hash, hashes.size() + 1);
        hashes.add(hash);
      }
      check(table, hashes, hash(random));
    }
    long[] stumps = hashes.stream().mapToLong(HashTable::stump).sorted().toArray();
    assertArrayEquals(stumps, table.sortedStumps());
  }

  private static void check(HashTable table, List<byte[]> hashes, byte[] wanted) {
    assertEquals(hashes.size(), table.size());
    List<Integer> same = new ArrayList<>();
    List<Integer> alike = new ArrayList<>();
    for (int i = hashes.size(); i > 0; i--) {
      if (HashTable.stump(hashes.get(i - 1)) == HashTable.stump(wanted)) {
        alike.add(i);
        if (hashes.get(i - 1)[15] == wanted[15]) {
          same.add(i);
        }
      }
    }
    List<Integer> found = new ArrayList<>();
    table.each(wanted, found::add);
    assertEquals(same, found);
    assertEquals(
        same.isEmpty() ? OptionalInt.empty() : OptionalInt.of(same.get(0)), table.find(wanted));
    List<Integer> foundAlike = new ArrayList<>();
    table.eachOfStump(HashTable.stump(wanted), foundAlike::add);
    assertEquals(alike, foundAlike);
  }
}
