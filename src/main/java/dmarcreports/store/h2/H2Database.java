package dmarcreports.store.h2;

import dmarcreports.file.DurableFiles;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.Migrations;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.StoreException;
import dmarcreports.store.rows.Soundness;
import dmarcreports.store.sql.KeptSql;
import dmarcreports.store.sql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.h2.mvstore.MVStoreException;
import org.jooq.SQLDialect;

/** An H2 database, alone: where it is a file, a lock keeps all other runs away from it. */
public final class H2Database extends OpenDatabase {
  private final Database database;
  private final Optional<DatabaseLock> lock;
  private final Connection connection;
  private final OptionalLong bytesBefore;

  private H2Database(
      Database database,
      Optional<DatabaseLock> lock,
      Connection connection,
      OptionalLong bytesBefore) {
    super(database);
    this.database = database;
    this.lock = lock;
    this.connection = connection;
    this.bytesBefore = bytesBefore;
  }

  /**
   * Opens a file or what is in memory.
   *
   * @param create whether to make one where there is none
   * @throws StoreException where it is held by another run, is no database, or cannot be written
   */
  public static H2Database open(
      Database database, Duration patience, boolean create, Migrations migrations) {
    try {
      Optional<DatabaseLock> lock = lock(database, patience, create);
      try {
        return open(database, lock, migrations);
      } catch (SQLException | RuntimeException | IOException e) {
        lock.ifPresent(DatabaseLock::close);
        throw e;
      }
    } catch (SQLException e) {
      throw H2Failure.of(database, e);
    } catch (IOException e) {
      throw H2Failure.of(database, e);
    }
  }

  private static Optional<DatabaseLock> lock(Database database, Duration patience, boolean create)
      throws IOException {
    if (database.file().isEmpty()) {
      return Optional.empty();
    }
    Path file = database.file().get();
    Path bare = DatabasePaths.bare(database);
    if (Files.isDirectory(file) || Files.isDirectory(bare)) {
      throw new StoreException(
          bare + ": is a directory; name a file, such as " + bare + "/reports", null);
    }
    if (!create && !Files.exists(file)) {
      throw new StoreException(database.name() + ": no such database; run ingest first", null);
    }
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new StoreException(database.name() + ": may not be written; nothing was done", null);
    }
    if (!Files.isDirectory(file.getParent())) {
      throw new StoreException(
          database.name() + ": no such directory: " + file.getParent() + "; make it first", null);
    }
    return Optional.of(DatabaseLock.take(database, DatabasePaths.lock(database), patience));
  }

  private static H2Database open(
      Database database, Optional<DatabaseLock> lock, Migrations migrations)
      throws SQLException, IOException {
    OptionalLong bytes = DatabasePaths.bytes(database);
    if (database.file().isEmpty()) {
      Connection connection = H2Connection.open(database, H2Connection.SETTINGS);
      if (Migrations.versionOf(connection) == 0) {
        H2Schema.run(migrations, database, connection);
      }
      return new H2Database(database, lock, connection, bytes);
    }
    boolean clean;
    try {
      clean = new DatabaseFile(database, migrations).prepare();
    } catch (MVStoreException e) {
      throw H2Failure.damaged(database, e);
    }
    Connection connection = H2Connection.open(database, H2Connection.SETTINGS);
    try {
      H2Database open = new H2Database(database, lock, connection, bytes);
      if (!clean) {
        Soundness.check(open);
        HashBlocks.removeAll(open);
      }
      HighWaterMark.of(connection).write(database);
      return open;
    } catch (SQLException | IOException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  protected SQLDialect dialect() {
    return SQLDialect.H2;
  }

  @Override
  protected String text(Sql statement) {
    return KeptSql.text(statement);
  }

  @Override
  public StoreException failure(SQLException e) {
    return H2Failure.of(database, e);
  }

  @Override
  public void snapshot() {
    // nobody else writes
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    try {
      boolean eachByItself = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        T result = work.get();
        connection.commit();
        connection.setAutoCommit(eachByItself);
        return result;
      } catch (SQLException | RuntimeException e) {
        rollBack(eachByItself);
        throw e;
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private void rollBack(boolean eachByItself) {
    try {
      connection.rollback();
      connection.setAutoCommit(eachByItself);
    } catch (SQLException closed) {
      // as after a failing disk: then nothing of it was committed
    }
  }

  @Override
  public void alone(Runnable work) {
    work.run();
  }

  /** Nobody else has the file. */
  @Override
  public Optional<String> hold(String name) {
    return Optional.empty();
  }

  /** Keeps none of the rows; until the last is read, nothing else may be asked. */
  @Override
  public void each(String query, EachRow each, Object... values) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set lazy_query_execution true");
      try (PreparedStatement prepared = connection.prepareStatement(query);
          ResultSet rows = with(prepared, values).executeQuery()) {
        while (rows.next()) {
          each.read(rows);
        }
      } finally {
        statement.execute("set lazy_query_execution false");
      }
    }
  }

  @Override
  public OptionalLong bytes() {
    return bytesBefore;
  }

  @Override
  public void commit() {
    try (Statement statement = connection.createStatement()) {
      connection.commit();
      statement.execute("checkpoint sync");
      if (database.file().isPresent()) {
        HighWaterMark.of(connection).write(database);
      }
    } catch (SQLException e) {
      throw failure(e);
    } catch (IOException e) {
      throw H2Failure.of(database, e);
    }
  }

  /** The mark holds the database to its runs alone, until a commit. */
  @Override
  public void expectLess() {
    try {
      if (database.file().isPresent()) {
        HighWaterMark.of(connection).ofRuns().write(database);
      }
    } catch (SQLException e) {
      throw failure(e);
    } catch (IOException e) {
      throw H2Failure.of(database, e);
    }
  }

  /** Closes and seals the file; what was not committed is gone. */
  @Override
  public void close() {
    try {
      Optional<HighWaterMark> held = rollBack();
      boolean wasteful =
          held.isPresent() && UnusedSpace.isMuch(connection, database.file().orElseThrow());
      connection.close();
      if (held.isPresent()) {
        Path file = database.file().orElseThrow();
        DurableFiles.force(file);
        if (wasteful) {
          UnusedSpace.takeOut(file);
        }
        held.get().sealed(file).write(database);
      }
    } catch (SQLException e) {
      throw failure(e);
    } catch (IOException e) {
      throw H2Failure.of(database, e);
    } finally {
      lock.ifPresent(DatabaseLock::close);
    }
  }

  /** What the database holds; empty where it is closed already, as after a failing disk. */
  private Optional<HighWaterMark> rollBack() {
    if (database.file().isEmpty()) {
      return Optional.empty();
    }
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
      return Optional.of(HighWaterMark.of(connection));
    } catch (SQLException closed) {
      return Optional.empty();
    }
  }
}
