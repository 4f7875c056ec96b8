package dmarcreports.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/**
 * A database of a PostgreSQL server, shared by any number of runs. They write one after the other,
 * each in short transactions under one lock, so that none waits for two things; they read as they
 * like.
 */
final class PostgresDatabase extends OpenDatabase {
  /** Whoever writes holds it. */
  static final long WRITING = 0x646d617263L;

  private static final int FETCH = 1_000;
  private static final int CONFLICTS = 10;

  private final Database database;
  private final Duration patience;
  private final PostgresConnection link;

  private PostgresDatabase(Database database, Duration patience, PostgresConnection link) {
    super(database);
    this.database = database;
    this.patience = patience;
    this.link = link;
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
      PostgresConnection link = new PostgresConnection(database);
      try {
        new PostgresSchema(database, link.get()).prepare(create, migrations, WRITING);
        link.get().setAutoCommit(false);
        return new PostgresDatabase(database, patience, link);
      } catch (SQLException | RuntimeException e) {
        link.close();
        throw e;
      }
    } catch (SQLException e) {
      throw PostgresFailure.of(database, e);
    }
  }

  @Override
  Connection connection() {
    return link.get();
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.POSTGRES;
  }

  @Override
  StoreException failure(SQLException e) {
    return PostgresFailure.of(database, e);
  }

  @Override
  ReportWriter writer(Instant now, String version) throws SQLException {
    connection().setAutoCommit(true);
    return new BatchWriter(this, now, version);
  }

  @Override
  void snapshot() {
    try {
      connection().commit();
      connection().setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
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
    boolean eachByItself = connection().getAutoCommit();
    if (!eachByItself) {
      connection().commit();
    }
    connection().setAutoCommit(false);
    try (Statement statement = connection().createStatement()) {
      statement.execute(
          "set transaction isolation level read committed;"
              + " select pg_advisory_xact_lock("
              + WRITING
              + ")");
      T result = work.apply(db());
      connection().commit();
      connection().setAutoCommit(eachByItself);
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
      connection().rollback();
      connection().setAutoCommit(eachByItself);
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
        link.reconnect(failed, deadline);
      } else if (!PostgresFailure.isConflict(failed) || ++conflicts > CONFLICTS) {
        throw failure(failed);
      }
    }
  }

  /** As long as this lasts, others know that the run goes on. */
  void hold(int run) {
    link.hold(run);
  }

  /** Whether a run does not go on any more. */
  boolean isOver(int run) {
    return link.isOver(run);
  }

  @Override
  void each(String query, Query.Row each) throws SQLException {
    try (Statement statement = connection().createStatement()) {
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
    try (Statement statement = connection().createStatement();
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
      connection().commit();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  void expectLess() {
    // nobody counts
  }

  @Override
  public void close() {
    link.close();
  }
}
