package dmarcreports.store.postgres;

import dmarcreports.store.open.Database;
import dmarcreports.store.open.Migrations;
import dmarcreports.store.open.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Makes the tables of a database of a server ready: that they are of this program's version. */
final class PostgresSchema {
  private final Database database;
  private final Connection connection;

  PostgresSchema(Database database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  /**
   * Prepares them; of several runs that start at once, one.
   *
   * @param create whether to make them where there are none
   * @param lock which nobody else holds meanwhile
   * @throws StoreException where the database is not one for them
   */
  void prepare(boolean create, Migrations migrations, long lock) throws SQLException {
    if (!"UTF8".equals(value("show server_encoding"))) {
      throw refusal(
          "is not in UTF8, so that it cannot hold every name; make another, with"
              + " createdb -E UTF8 -T template0");
    }
    if (value("select current_schema") == null) {
      throw refusal(
          "has no schema where the tables could be; make one, or name it with"
              + " ?currentSchema=");
    }
    if (isCurrent(create, migrations)) {
      return;
    }
    value("select pg_advisory_lock(" + lock + ")");
    try {
      if (!isCurrent(create, migrations)) {
        Migrations.run(flyway());
      }
    } finally {
      value("select pg_advisory_unlock(" + lock + ")");
    }
  }

  /** Which notes that a file was run in the transaction of that file. */
  private FluentConfiguration flyway() {
    FluentConfiguration flyway =
        Flyway.configure()
            .dataSource(PostgresConnection.source(database))
            .resourceProvider(new TranslatedFiles());
    // with a lock that is a transaction there are two connections, and two commits
    flyway
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return flyway;
  }

  private boolean isCurrent(boolean create, Migrations migrations) throws SQLException {
    int version = Migrations.versionOf(connection);
    if (version > migrations.version()) {
      throw refusal(migrations.refusalOf(version));
    }
    if (version == 0 && !create) {
      throw refusal("no reports are in this database; run ingest first");
    }
    if (version == 0 && holdsTables()) {
      throw refusal(
          "holds tables of another program; make a database of its own, or a schema and name it"
              + " with ?currentSchema=; nothing was changed");
    }
    return version == migrations.version();
  }

  private boolean holdsTables() throws SQLException {
    return value(
            "select 1 from information_schema.tables where table_schema = current_schema"
                + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'"
                + " limit 1")
        != null;
  }

  private String value(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  private StoreException refusal(String why) {
    return new StoreException(database.name() + ": " + why, null);
  }
}
