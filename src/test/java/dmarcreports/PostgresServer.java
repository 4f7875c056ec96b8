package dmarcreports;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL server of the tests' own, on loopback, in a directory of its own: it comes through
 * Maven, for Linux on x86-64. It does not force its disk.
 */
public final class PostgresServer {
  /** Whose password is {@link #PASSWORD}; all others need none. */
  public static final String GUARDED = "guarded";

  public static final String PASSWORD = "c0rrect:horse\\";

  /** So many databases are there at a time. */
  private static final int KEPT = 8;

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static PostgresServer shared;

  private final EmbeddedPostgres server;

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /** The one that all tests share; it ends with them. */
  public static synchronized PostgresServer shared() {
    Assumptions.assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "there is a PostgreSQL server for these tests on Linux on x86-64 alone");
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  /** One more, to be stopped by whoever started it. */
  public static PostgresServer start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("full_page_writes", "off")
              .setServerConfig("max_connections", "60")
              .setServerConfig("shared_buffers", "64MB")
              .setLocaleConfig("locale", "C.UTF-8")
              .setLocaleConfig("encoding", "UTF8")
              .start();
      PostgresServer started = new PostgresServer(server);
      started.execute("create role " + GUARDED + " login superuser password '" + PASSWORD + "'");
      started.guard();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks one user for a password. */
  private void guard() throws IOException {
    Path rules = Path.of(value("show hba_file"));
    Files.writeString(
        rules, "host all " + GUARDED + " all scram-sha-256\n" + Files.readString(rules));
    execute("select pg_reload_conf()");
  }

  public int port() {
    return server.getPort();
  }

  /** The URL of a database, without a user. */
  public String url(String database) {
    return "jdbc:postgresql://localhost:" + port() + "/" + database;
  }

  /** The URL of a new, empty database. Those before the last few are gone then. */
  public String newDatabase() {
    int number = DATABASES.incrementAndGet();
    execute("create database reports" + number + " template template0");
    if (number > KEPT) {
      execute("drop database if exists reports" + (number - KEPT) + " with (force)");
    }
    return url("reports" + number) + "?user=postgres";
  }

  /** Runs a statement as the superuser. */
  public void execute(String sql) {
    execute(url("postgres") + "?user=postgres", sql);
  }

  /** Runs a statement in a database. */
  public static void execute(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private String value(String sql) {
    return value(url("postgres") + "?user=postgres", sql);
  }

  /** The one value that a query answers. */
  public static String value(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  public void stop() throws IOException {
    server.close();
  }
}
