package dmarcreports.store.open;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the tables to a version.
 *
 * @param version the number of the last file
 * @param locations where the files are
 */
public record Migrations(int version, String... locations) {
  /** The number of the last file of {@code sql/}. */
  public static final int VERSION = 7;

  private static final String LOCATION = "classpath:" + SchemaFiles.FOLDER;

  /** Those to the version that this program knows, and more. */
  public Migrations(int version, String... locations) {
    this.version = version;
    this.locations =
        Stream.concat(Stream.of(LOCATION), Stream.of(locations)).toArray(String[]::new);
  }

  /** The version of the tables; 0 where there are none. One cheap look. */
  public static int versionOf(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet tables =
          statement.executeQuery(
              "select count(*) from information_schema.tables"
                  + " where table_name = 'flyway_schema_history' and table_schema = current_schema")) {
        tables.next();
        if (tables.getInt(1) == 0) {
          return 0;
        }
      }
      try (ResultSet version =
          statement.executeQuery(
              "select max(cast(\"version\" as int)) from \"flyway_schema_history\""
                  + " where \"success\"")) {
        version.next();
        return version.getInt(1);
      }
    }
  }

  /** Why tables of a version beyond these are left alone. */
  public String refusalOf(int newer) {
    return "was written by a newer version of this program (schema "
        + newer
        + ", this one knows "
        + version
        + "); use that one; nothing was changed";
  }

  /** Runs what a database is missing. */
  public static void run(FluentConfiguration flyway) throws SQLException {
    try {
      flyway.sqlMigrationPrefix("").sqlMigrationSeparator("-").load().migrate();
    } catch (FlywayException e) {
      throw e.getCause() instanceof SQLException sql ? sql : new SQLException(e.getMessage(), e);
    }
  }
}
