package dmarcreports.store.h2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.store.Databases;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.OpenDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that ends writes nothing to the database that is still open. */
class ShutdownWriterTest {
  @TempDir Path directory;

  @Test
  void whatIsNotCommittedIsNotWrittenOnTheWayOut() throws Exception {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path said = directory.resolve("said.txt");
    Process process =
        new ProcessBuilder(
                List.of(java, "-cp", classes, Leaving.class.getName(), directory.toString()))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertEquals(3, process.waitFor(), Files.readString(said));
    assertArrayEquals(
        Files.readAllBytes(directory.resolve("committed")),
        Files.readAllBytes(directory.resolve("a.mv.db")));
  }

  /** Ends in the middle of a transaction. */
  static final class Leaving {
    private Leaving() {}

    /** In a directory. */
    public static void main(String[] directory) throws Exception {
      Path file = Path.of(directory[0], "a.mv.db");
      Database database = Databases.parse(file.toString());
      OpenDatabase open = Databases.open(database, Duration.ofSeconds(5), true);
      open.connection().setAutoCommit(false);
      insert(open, 1);
      open.commit();
      Files.copy(file, Path.of(directory[0], "committed"));
      insert(open, 2);
      System.exit(3);
    }

    private static void insert(OpenDatabase open, int id) throws Exception {
      try (PreparedStatement insert =
          open.connection()
              .prepareStatement(
                  "insert into policies (id, hash, domain) values (?, ?, 'example.com')")) {
        insert.setInt(1, id);
        insert.setBytes(2, Arrays.copyOf(new byte[] {(byte) id}, 16));
        insert.execute();
      }
    }
  }
}
