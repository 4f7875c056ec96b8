package dmarcreports.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusedSpaceTest {
  private static final int KEPT = 1_000;

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("some.mv.db");
  }

  @Test
  void aFullFileIsLeft() throws SQLException, IOException {
    assertFalse(fill(false));
  }

  @Test
  void whatIsInUseIsWrittenAnew() throws SQLException, IOException {
    assertTrue(fill(true));
    long before = Files.size(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    UnusedSpace.takeOut(file);
    assertTrue(Files.size(file) < before / 4, before + " bytes, then " + Files.size(file));
    assertEquals("rw-r-----", permissions(file));
    assertEquals(KEPT, rows());
    assertEquals(List.of("some.mv.db"), names());
  }

  @Test
  void aLinkStaysOne() throws SQLException, IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere")).resolve("real.mv.db");
    fill(true);
    Files.move(file, elsewhere);
    Files.createSymbolicLink(file, elsewhere);
    long before = Files.size(elsewhere);
    UnusedSpace.takeOut(file);
    assertTrue(Files.isSymbolicLink(file));
    assertTrue(Files.size(elsewhere) < before / 4);
    assertEquals(KEPT, rows());
  }

  /** A run was killed while it wrote, and somebody else's file has the name. */
  @Test
  void whatStandsInItsPlaceIsRemovedWhereItIsOurs() throws SQLException, IOException {
    fill(true);
    Path room = Files.createDirectory(directory.resolve("some.mv.db.fresh"));
    Files.writeString(room.resolve("some.mv.db"), "half of it");
    long before = Files.size(file);
    UnusedSpace.takeOut(file);
    assertTrue(Files.size(file) < before / 4);
    assertEquals(List.of("some.mv.db"), names());

    fill(true);
    Files.createDirectory(room);
    Files.writeString(room.resolve("letter"), "not ours");
    byte[] bytes = Files.readAllBytes(file);
    UnusedSpace.takeOut(file);
    assertEquals(0, Arrays.compare(bytes, Files.readAllBytes(file)));
    assertEquals("not ours", Files.readString(room.resolve("letter")));
  }

  /** Makes a database; returns whether much of it is unused. */
  private boolean fill(boolean thenRemove) throws SQLException, IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists t");
      statement.execute(
          "create table t(id int primary key, v binary(64)) as"
              + " select x, secure_rand(64) from system_range(1, 50000)");
      statement.execute("checkpoint sync");
      if (thenRemove) {
        statement.execute("delete from t where id > " + KEPT);
        statement.execute("checkpoint sync");
      }
      return UnusedSpace.isMuch(connection, file);
    }
  }

  private long rows() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from t")) {
      count.next();
      return count.getLong(1);
    }
  }

  private Connection connect() throws SQLException {
    return H2Connection.open(Databases.parse(file.toString()), H2Connection.SETTINGS);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
