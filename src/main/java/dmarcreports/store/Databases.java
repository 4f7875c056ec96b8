package dmarcreports.store;

import dmarcreports.store.h2.DirectWriter;
import dmarcreports.store.h2.H2Database;
import dmarcreports.store.h2.H2Url;
import dmarcreports.store.h2.HashFaults;
import dmarcreports.store.h2.TableHashes;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.Migrations;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.StoreException;
import dmarcreports.store.postgres.BatchWriter;
import dmarcreports.store.postgres.PostgresDatabase;
import dmarcreports.store.postgres.PostgresUrl;
import dmarcreports.store.rows.ByHash;
import dmarcreports.store.rows.ReportWriter;
import dmarcreports.store.sql.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The kinds of database that there are; what is in a kind's room, only this asks. */
public final class Databases {
  private Databases() {}

  /**
   * The database that a text names: a file, with or without {@code .mv.db}, or a {@code jdbc:h2:}
   * or {@code jdbc:postgresql:} URL.
   *
   * @throws IllegalArgumentException for what this version does not read, saying so
   */
  public static Database parse(String where) {
    if (!where.startsWith("jdbc:")) {
      return H2Url.file(where);
    }
    if (where.startsWith(PostgresUrl.PREFIX)) {
      return PostgresUrl.parse(where);
    }
    if (!where.startsWith(H2Url.PREFIX)) {
      throw new IllegalArgumentException(
          "this version does not use "
              + where.split(":", 3)[1]
              + " databases; name a file, jdbc:h2:… or jdbc:postgresql:…");
    }
    return H2Url.parse(where);
  }

  /**
   * The same, for whom the environment names: {@code DMARC_REPORTS_DB_PASSWORD} and, of a server,
   * what its other clients go by as well.
   *
   * @throws IllegalArgumentException for what this version does not read, saying so
   */
  public static Database parse(String where, Map<String, String> environment) {
    Database database = parse(where);
    return isOfServer(database)
        ? PostgresUrl.with(database, environment)
        : H2Url.with(database, environment);
  }

  /** Whether it is a database of a PostgreSQL server. */
  static boolean isOfServer(Database database) {
    return database.url().startsWith(PostgresUrl.PREFIX);
  }

  /**
   * Opens a database.
   *
   * @param patience how long to wait for another run, or for a server that goes away
   * @param create whether to make one where there is none
   * @throws StoreException where it is held by another run, is no database, or cannot be written
   */
  public static OpenDatabase open(Database database, Duration patience, boolean create) {
    return open(database, patience, create, new Migrations(Migrations.VERSION));
  }

  public static OpenDatabase open(
      Database database, Duration patience, boolean create, Migrations migrations) {
    return isOfServer(database)
        ? PostgresDatabase.open(database, patience, create, migrations)
        : H2Database.open(database, patience, create, migrations);
  }

  /** Begins a run of ingest, and writes its reports. */
  static ReportWriter writer(OpenDatabase open, Instant now, String version) throws SQLException {
    return open instanceof PostgresDatabase server
        ? new BatchWriter(server, now, version)
        : new DirectWriter(open, now, version);
  }

  /** What finds the ids of the reports of a key. */
  static Function<byte[], List<Integer>> reportsOfKey(OpenDatabase open) {
    return open instanceof H2Database
        ? TableHashes.reportsOfKey(open)
        : new ByHash<>(open, Integer.class, Sql.REPORTS_OF_KEY)::all;
  }

  /** Names each contradiction between rows and what is kept to find them by. */
  static void findHashFaults(OpenDatabase open, Consumer<String> each) {
    if (open instanceof H2Database) {
      HashFaults.find(open, each);
    }
  }
}
