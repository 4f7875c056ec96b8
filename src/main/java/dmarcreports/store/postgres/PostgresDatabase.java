package dmarcreports.store.postgres;

import dmarcreports.store.open.Database;
import dmarcreports.store.open.Migrations;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.StoreException;
import dmarcreports.store.sql.Sql;
import dmarcreports.store.sql.Written;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jooq.SQLDialect;

/**
 * A database of a PostgreSQL server, shared by any number of runs. They write one after the other,
 * each in short transactions under one lock, so that none waits for two things; they read as they
 * like.
 */
public final class PostgresDatabase extends OpenDatabase {
  /** Whoever writes holds it. */
  public static final long WRITING = 0x646d617263L;

  private static final int FETCH = 1_000;
  private static final int CONFLICTS = 10;

  private final Database database;
  private final Duration patience;
  private final PostgresConnection link;
  private final Map<Sql, String> texts = new EnumMap<>(Sql.class);

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
  public static PostgresDatabase open(
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
  public Connection connection() {
    return link.get();
  }

  @Override
  protected SQLDialect dialect() {
    return SQLDialect.POSTGRES;
  }

  @Override
  protected String text(Sql statement) {
    return texts.computeIfAbsent(statement, new Written(db())::text);
  }

  @Override
  public StoreException failure(SQLException e) {
    return PostgresFailure.of(database, e);
  }

  @Override
  public void snapshot() {
    try {
      connection().commit();
      connection().setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
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
  public void alone(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return null;
        });
  }

  /** One attempt. What was read before it is read no more of the same moment. */
  <T> T transaction(Supplier<T> work) throws SQLException {
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
      T result = work.get();
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

  @Override
  public Optional<String> hold(String name) {
    return retrying(() -> link.hold(name, patience));
  }

  /** Whether a run does not go on any more. */
  boolean isOver(int run) {
    return link.isOver(run);
  }

  @Override
  public void each(String query, EachRow each, Object... values) throws SQLException {
    try (PreparedStatement statement = connection().prepareStatement(query)) {
      statement.setFetchSize(FETCH);
      try (ResultSet rows = with(statement, values).executeQuery()) {
        while (rows.next()) {
          each.read(rows);
        }
      }
    }
  }

  @Override
  public OptionalLong bytes() {
    try (Statement statement = connection().createStatement();
        ResultSet size = statement.executeQuery("select pg_database_size(current_database())")) {
      size.next();
      return OptionalLong.of(size.getLong(1));
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public void commit() {
    try {
      connection().commit();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public void expectLess() {
    // nobody counts
  }

  @Override
  public void close() {
    link.close();
  }
}
