package dmarcreports.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of a PostgreSQL server, shared by any number of runs. They write one after the other,
 * each in short transactions under one lock, so that none waits for two things; they read as they
 * like.
 */
final class PostgresDatabase extends OpenDatabase {
  /** Whoever writes holds it. */
  static final long WRITING = 0x646d617263L;

  /** With the number of a run: that it goes on. */
  private static final int RUNNING = 0x646d6172;

  private static final int FETCH = 1_000;
  private static final int CONFLICTS = 10;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Database database;
  private final Duration patience;
  private Connection connection;
  private Optional<Integer> run = Optional.empty();

  private PostgresDatabase(Database database, Duration patience, Connection connection) {
    super(database);
    this.database = database;
    this.patience = patience;
    this.connection = connection;
  }

  /** Work on the connection as it is at that time. */
  interface Work<T> {
    T run() throws SQLException;
  }

  /**
   * Opens a database of a server.
   *
   * @param patience how long a run of ingest looks for a server that goes away meanwhile
   * @param create whether to make the tables where there are none
   */
  static PostgresDatabase open(
      Database database, Duration patience, boolean create, Migrations migrations) {
    try {
      Connection connection = connect(database);
      try {
        new PostgresSchema(database, connection).prepare(create, migrations, WRITING);
        connection.setAutoCommit(false);
        return new PostgresDatabase(database, patience, connection);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw PostgresFailure.of(database, e);
    }
  }

  private static Connection connect(Database database) throws SQLException {
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

  @Override
  Connection connection() {
    return connection;
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.POSTGRES;
  }

  @Override
  RuntimeException exception(SQLException e) {
    return failure(e);
  }

  @Override
  StoreException failure(SQLException e) {
    return PostgresFailure.of(database, e);
  }

  @Override
  ReportWriter writer(Instant now, String version) throws SQLException {
    connection.setAutoCommit(true);
    return new BatchWriter(this, now, version);
  }

  @Override
  void snapshot() {
    try {
      connection.commit();
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  <T> T inTransaction(Function<DSLContext, T> work) {
    for (int conflicts = 0; ; conflicts++) {
      try {
        return transaction(work);
      } catch (SQLException e) {
        if (!PostgresFailure.isConflict(e) || conflicts == CONFLICTS) {
          throw failure(e);
        }
      }
    }
  }

  @Override
  void alone(Consumer<DSLContext> work) {
    inTransaction(
        db -> {
          work.accept(db);
          return null;
        });
  }

  /** One attempt. What was read before it is read no more of the same moment. */
  <T> T transaction(Function<DSLContext, T> work) throws SQLException {
    boolean eachByItself = connection.getAutoCommit();
    if (!eachByItself) {
      connection.commit();
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "set transaction isolation level read committed;"
              + " select pg_advisory_xact_lock("
              + WRITING
              + ")");
      T result = work.apply(db());
      connection.commit();
      connection.setAutoCommit(eachByItself);
      return result;
    } catch (SQLException e) {
      rollBack(eachByItself);
      throw e;
    } catch (RuntimeException e) {
      rollBack(eachByItself);
      SQLException cause = sqlException(e);
      if (cause != null) {
        throw cause;
      }
      throw e;
    }
  }

  private void rollBack(boolean eachByItself) {
    try {
      connection.rollback();
      connection.setAutoCommit(eachByItself);
    } catch (SQLException gone) {
      // then the server has rolled it back, or will
    }
  }

  /**
   * Work that is done again where others were in its way, and on another connection where this one
   * is gone, until the server has been away for too long.
   */
  <T> T retrying(Work<T> work) {
    long deadline = 0;
    for (int conflicts = 0; ; ) {
      SQLException failed;
      try {
        return work.run();
      } catch (SQLException e) {
        failed = e;
      } catch (StoreException e) {
        failed = sqlException(e);
        if (failed == null) {
          throw e;
        }
      }
      if (PostgresFailure.isLost(failed)) {
        deadline = deadline == 0 ? System.nanoTime() + patience.toNanos() : deadline;
        reconnect(failed, deadline);
      } else if (!PostgresFailure.isConflict(failed) || ++conflicts > CONFLICTS) {
        throw failure(failed);
      }
    }
  }

  private void reconnect(SQLException lost, long deadline) {
    closeQuietly();
    Duration pause = FIRST_PAUSE;
    SQLException last = lost;
    while (System.nanoTime() < deadline) {
      sleep(pause);
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
      try {
        connection = connect(database);
        if (run.isPresent()) {
          tryLock("pg_try_advisory_lock", run.get());
        }
        return;
      } catch (SQLException e) {
        if (!PostgresFailure.isLost(e)) {
          throw failure(e);
        }
        last = e;
      }
    }
    throw failure(last);
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
      throw failure(e);
    }
  }

  /** Whether a run does not go on any more. */
  boolean isOver(int other) {
    try {
      return tryLock("pg_try_advisory_lock", other) && tryLock("pg_advisory_unlock", other);
    } catch (SQLException e) {
      throw failure(e);
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
  void each(String query, Query.Row each) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          each.read(rows);
        }
      }
    }
  }

  @Override
  OptionalLong bytes() {
    try (Statement statement = connection.createStatement();
        ResultSet size = statement.executeQuery("select pg_database_size(current_database())")) {
      size.next();
      return OptionalLong.of(size.getLong(1));
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  void expectLess() {
    // nobody counts
  }

  @Override
  void shrinkOnClose() {
    // the server does
  }

  @Override
  public void close() {
    closeQuietly();
  }

  private void closeQuietly() {
    try {
      connection.close();
    } catch (SQLException gone) {
      // as it should be
    }
  }
}
