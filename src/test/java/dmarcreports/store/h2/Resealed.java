package dmarcreports.store.h2;

import dmarcreports.store.Databases;
import dmarcreports.store.open.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

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

  /** Leaves a database as the version before this one would have. */
  public static void asOfSchema6(Path path) throws SQLException, IOException {
    for (String sql :
        List.of(
            "drop table hash_layers, hash_blocks",
            "alter table evidences add constraint evidences_hash unique (hash)",
            "alter table reports add constraint reports_key unique (key_hash, content_hash)",
            "create index reports_document on reports (document_hash)",
            "delete from \"flyway_schema_history\" where cast(\"version\" as int) = 7")) {
      after(sql, path);
    }
  }
}
