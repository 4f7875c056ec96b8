package dmarcreports.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.mvstore.MVStoreException;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** A connection to a database whose tables are of this program's version, and the lock on it. */
final class OpenDatabase implements AutoCloseable {
  /**
   * No delay before a commit is written, pages compressed; no console, no trace file, no closing
   * behind us.
   */
  static final String SETTINGS =
      ";WRITE_DELAY=0;COMPRESS=TRUE;CACHE_SIZE=32768;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
          + ";IFEXISTS=FALSE";

  private static final int VALUE_TOO_LONG = 22001;

  private static final Pattern TOO_LONG = Pattern.compile("\"([A-Z_]+) [A-Z ]+\\(([0-9]+)\\)\"");

  private final Database database;
  private final Optional<DatabaseLock> lock;
  private final Connection connection;
  private boolean shrinking;

  private OpenDatabase(Database database, Optional<DatabaseLock> lock, Connection connection) {
    this.database = database;
    this.lock = lock;
    this.connection = connection;
  }

  /**
   * Opens a database.
   *
   * @param create whether to make one where there is none
   * @throws StoreException where it is held by another run, is no database, or cannot be written
   */
  static OpenDatabase open(Database database, Duration patience, boolean create) {
    return open(database, patience, create, new Migrations(Migrations.VERSION));
  }

  static OpenDatabase open(
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
      throw Failure.of(database, e);
    } catch (IOException e) {
      throw Failure.of(database, e);
    }
  }

  private static Optional<DatabaseLock> lock(Database database, Duration patience, boolean create)
      throws IOException {
    if (database.file().isEmpty()) {
      return Optional.empty();
    }
    Path file = database.file().get();
    Path bare = database.bare();
    if (Files.isDirectory(file) || Files.isDirectory(bare)) {
      throw new StoreException(
          database.name() + ": is a directory; name a file, such as " + bare + "/reports", null);
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
    return Optional.of(DatabaseLock.take(database, database.lockFile().orElseThrow(), patience));
  }

  private static OpenDatabase open(
      Database database, Optional<DatabaseLock> lock, Migrations migrations)
      throws SQLException, IOException {
    if (database.file().isEmpty()) {
      Connection connection = database.connect(SETTINGS);
      if (Migrations.versionOf(connection) == 0) {
        migrations.run(database);
      }
      return new OpenDatabase(database, lock, connection);
    }
    boolean clean;
    try {
      clean = new DatabaseFile(database, migrations).prepare();
    } catch (MVStoreException e) {
      throw Failure.damaged(database, e);
    }
    Connection connection = database.connect(SETTINGS);
    try {
      OpenDatabase open = new OpenDatabase(database, lock, connection);
      if (!clean) {
        Soundness.check(open);
        UnusedSpace.retainAsUsual(connection);
      }
      HighWaterMark.of(connection).write(database);
      return open;
    } catch (SQLException | IOException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** jOOQ on the connection; what goes wrong there is a {@link StoreException}. */
  DSLContext db() {
    DefaultConfiguration configuration = new DefaultConfiguration();
    configuration.set(connection).set(SQLDialect.H2);
    configuration.set(
        ExecuteListener.onException(
            context -> {
              SQLException cause = sqlException(context.exception());
              if (cause != null) {
                context.exception(exception(cause));
              }
            }));
    return DSL.using(configuration);
  }

  /** jOOQ wraps what goes wrong while it binds a value. */
  private static SQLException sqlException(Throwable e) {
    return e == null || e instanceof SQLException ? (SQLException) e : sqlException(e.getCause());
  }

  /** What went wrong, as one of our own exceptions. */
  RuntimeException exception(SQLException e) {
    if (e.getErrorCode() != VALUE_TOO_LONG) {
      return failure(e);
    }
    Matcher column = TOO_LONG.matcher(e.getMessage());
    String what = column.find() ? column.group(1) + " of more than " + column.group(2) : "a text";
    return new TooLong(what.toLowerCase(Locale.ROOT) + " characters, which are not stored", e);
  }

  /** What jOOQ renders, to be bound and run by JDBC. */
  PreparedStatement prepare(Query query) {
    try {
      return connection.prepareStatement(query.getSQL());
    } catch (SQLException e) {
      throw exception(e);
    }
  }

  Connection connection() {
    return connection;
  }

  Database database() {
    return database;
  }

  StoreException failure(SQLException e) {
    return Failure.of(database, e);
  }

  /** All that was done so far is on disk, and the mark says so. */
  void commit() {
    try (Statement statement = connection.createStatement()) {
      connection.commit();
      statement.execute("checkpoint sync");
      if (database.file().isPresent()) {
        HighWaterMark.of(connection).write(database);
      }
    } catch (SQLException e) {
      throw failure(e);
    } catch (IOException e) {
      throw Failure.of(database, e);
    }
  }

  /** From now on reports may go: the mark holds the database to its runs alone, until a commit. */
  void expectLess() {
    try {
      if (database.file().isPresent()) {
        HighWaterMark.of(connection).ofRuns().write(database);
      }
    } catch (SQLException e) {
      throw failure(e);
    } catch (IOException e) {
      throw Failure.of(database, e);
    }
  }

  /** Much was written: on closing, the space that is not used is taken out of the file. */
  void shrinkOnClose() {
    shrinking = true;
  }

  /** Closes and seals the file; what was not committed is gone. */
  @Override
  public void close() {
    try {
      Optional<HighWaterMark> held = rollBack();
      connection.close();
      if (held.isPresent()) {
        Path file = database.file().orElseThrow();
        DurableFiles.force(file);
        if (shrinking) {
          UnusedSpace.giveBack(database);
          DurableFiles.force(file);
        }
        held.get().sealed(file).write(database);
      }
    } catch (SQLException e) {
      throw failure(e);
    } catch (IOException e) {
      throw Failure.of(database, e);
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
