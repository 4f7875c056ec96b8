package dmarcreports.store.h2;

import dmarcreports.store.Databases;
import dmarcreports.store.open.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database that somebody has changed as if this program had left it so. */
public final class Resealed {
  private Resealed() {}

  /**
   * Changes a database and seals it.
   *
   * @return how many rows were changed
   */
  public static int after(String sql, Path path) throws SQLException, IOException {
    Database database = Databases.parse(path.toString());
    int changed;
    HighWaterMark held;
    try (Connection connection = DriverManager.getConnection(database.url(), "dmarc", "");
        Statement statement = connection.createStatement()) {
      changed = statement.executeUpdate(sql);
      held = HighWaterMark.of(connection);
    }
    held.sealed(database.file().orElseThrow()).write(database);
    return changed;
  }
}
