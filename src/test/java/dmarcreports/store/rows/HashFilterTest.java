package dmarcreports.store.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.store.Databases;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.tables.Tables;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HashFilterTest {
  private OpenDatabase open;

  @BeforeEach
  void open() {
    open =
        Databases.open(
            Databases.parse("jdbc:h2:mem:filter" + System.nanoTime()), Duration.ZERO, true);
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void ofAnEmptyTableItKnowsWhatWasAdded() throws SQLException {
    HashFilter filter = new HashFilter(open, Tables.POLICIES.HASH);
    assertFalse(filter.mayHold(hash(1)));
    IntStream.range(0, 5_000).forEach(i -> filter.add(hash(i)));
    assertTrue(IntStream.range(0, 5_000).allMatch(i -> filter.mayHold(hash(i))));
    assertEquals(0, IntStream.range(5_000, 50_000).filter(i -> filter.mayHold(hash(i))).count());
    filter.add(new byte[16]);
    assertTrue(filter.mayHold(new byte[16]));
  }

  /** It is filled once it pays, with what was added meanwhile. */
  @Test
  void ofAFullTableItKnowsAllInTime() throws SQLException {
    try (Statement insert = open.connection().createStatement()) {
      for (int i = 0; i < 200; i++) {
        insert.execute(
            "insert into policies (id, hash, domain) values (%d, x'%s', 'example.com')"
                .formatted(i, HexFormat.of().formatHex(hash(i))));
      }
    }
    HashFilter filter = new HashFilter(open, Tables.POLICIES.HASH);
    filter.add(hash(1_000));
    int uncertain = 0;
    while (filter.mayHold(hash(2_000))) {
      uncertain++;
    }
    assertEquals(200 / 50, uncertain);
    assertTrue(IntStream.range(0, 200).allMatch(i -> filter.mayHold(hash(i))));
    assertTrue(filter.mayHold(hash(1_000)));
    assertFalse(filter.mayHold(hash(3_000)));
  }

  @Test
  void ofMoreThanItKeepsItSaysNothing() throws SQLException {
    HashFilter filter = new HashFilter(open, Tables.POLICIES.HASH);
    IntStream.range(0, (1 << 19) + 1).forEach(i -> filter.add(hash(i)));
    assertTrue(filter.mayHold(hash(-1)));
    assertTrue(filter.mayHold(hash(1 << 19)));
  }

  private static byte[] hash(int number) {
    byte[] hash = new byte[16];
    new Random(number * 7919L).nextBytes(hash);
    return hash;
  }
}
