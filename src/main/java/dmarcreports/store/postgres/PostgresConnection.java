package dmarcreports.store.postgres;

import dmarcreports.store.open.Database;
import dmarcreports.store.open.StoreException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.ds.PGSimpleDataSource;

/** The connection of a run to a server, and another when it is lost. */
final class PostgresConnection implements AutoCloseable {
  /** With the number of a run: that it goes on. */
  private static final int RUNNING = 0x646d6172;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Database database;
  private Connection connection;
  private Optional<Integer> run = Optional.empty();
  private final HeldNames names = new HeldNames();

  PostgresConnection(Database database) throws SQLException {
    this.database = database;
    connection = connect();
  }

  /** As it is now. */
  Connection get() {
    return connection;
  }

  private Connection connect() throws SQLException {
    Properties settings = new Properties();
    if (!database.user().isEmpty()) {
      settings.setProperty("user", database.user());
    }
    if (!database.password().isEmpty()) {
      settings.setProperty("password", database.password());
    }
    settings.setProperty("ApplicationName", "dmarc-reports");
    settings.setProperty("reWriteBatchedInserts", "true");
    settings.setProperty("tcpKeepAlive", "true");
    Connection connection = DriverManager.getConnection(database.url(), settings);
    try (Statement statement = connection.createStatement()) {
      // whatever is set for the user: a commit is on disk before it is done
      statement.execute(
          "select set_config('standard_conforming_strings', 'on', false);"
              + " select set_config('synchronous_commit', 'on', false)"
              + " where current_setting('synchronous_commit') = 'off'");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** What Flyway connects with. */
  static PGSimpleDataSource source(Database database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    if (!database.user().isEmpty()) {
      source.setUser(database.user());
    }
    if (!database.password().isEmpty()) {
      source.setPassword(database.password());
    }
    return source;
  }

  /**
   * Looks for another connection in the place of one that is gone.
   *
   * @param lost what went wrong with it
   * @param deadline until when, of {@link System#nanoTime()}
   * @throws StoreException where there is none
   */
  void reconnect(SQLException lost, long deadline) {
    close();
    Duration pause = FIRST_PAUSE;
    SQLException last = lost;
    Optional<String> overtaken = Optional.empty();
    while (System.nanoTime() < deadline) {
      sleep(pause);
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
      try {
        connection = connect();
        if (run.isPresent()) {
          tryLock("pg_try_advisory_lock", run.get());
        }
        Optional<String> taken = names.takeAgain(connection);
        if (taken.isEmpty()) {
          return;
        }
        close();
        overtaken = taken;
      } catch (SQLException e) {
        if (!PostgresFailure.isLost(e)) {
          throw PostgresFailure.of(database, e);
        }
        last = e;
      }
    }
    if (overtaken.isPresent()) {
      throw new StoreException(
          database.name()
              + ": the connection was lost, and another run reads "
              + overtaken.get()
              + " now; run again",
          last);
    }
    throw PostgresFailure.of(database, last);
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As long as this connection lasts, others know that the run goes on. */
  void hold(int going) {
    run = Optional.of(going);
    try {
      tryLock("pg_try_advisory_lock", going);
    } catch (SQLException e) {
      throw PostgresFailure.of(database, e);
    }
  }

  /**
   * As long as this connection lasts, nobody else holds what goes by the name.
   *
   * @param patience how long to wait for whoever holds it now
   * @return who that is, after that time; empty where nobody does
   */
  Optional<String> hold(String name, Duration patience) throws SQLException {
    long deadline = System.nanoTime() + patience.toNanos();
    Optional<String> holder = names.take(connection, name);
    while (holder.isPresent() && System.nanoTime() < deadline) {
      sleep(FIRST_PAUSE);
      holder = names.take(connection, name);
    }
    return holder;
  }

  /** Whether a run does not go on any more. */
  boolean isOver(int other) {
    try {
      return tryLock("pg_try_advisory_lock", other) && tryLock("pg_advisory_unlock", other);
    } catch (SQLException e) {
      throw PostgresFailure.of(database, e);
    }
  }

  private boolean tryLock(String function, int of) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet done =
            statement.executeQuery("select " + function + "(" + RUNNING + ", " + of + ")")) {
      done.next();
      return done.getBoolean(1);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException gone) {
      // as it should be
    }
  }
}
