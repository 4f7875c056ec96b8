package dmarcreports.store.h2;

import dmarcreports.store.open.Database;
import dmarcreports.store.open.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** Brings the tables of an H2 database to a version. */
final class H2Schema {
  private H2Schema() {}

  /**
   * Makes what the database is missing.
   *
   * @param connection to the same database
   */
  static void run(Migrations migrations, Database database, Connection connection)
      throws SQLException {
    if (migrations.locations().length == 1 && Migrations.versionOf(connection) == 0) {
      NewTables.make(connection);
      return;
    }
    Migrations.run(
        Flyway.configure()
            .dataSource(
                database.url() + H2Connection.SETTINGS, H2Connection.USER, database.password())
            .locations(migrations.locations()));
  }
}
