package dmarcreports.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** A connection to a database whose tables are of this program's version, and the lock on it. */
final class OpenDatabase implements AutoCloseable {
  private static final String USER = "dmarc";

  /** Every commit is on disk when it returns; no console, no trace file, no closing behind us. */
  private static final String SETTINGS =
      ";WRITE_DELAY=0;CACHE_SIZE=32768;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;IFEXISTS=FALSE";

  private static final int VALUE_TOO_LONG = 22001;
  private static final int WRONG_USER = 28000;
  private static final int CORRUPT = 90030;
  private static final int CLOSED = 90098;
  private static final int READ_ONLY = 90097;

  private static final Pattern TOO_LONG = Pattern.compile("\"([A-Z_]+) [A-Z ]+\\(([0-9]+)\\)\"");

  private final Database database;
  private final Optional<DatabaseLock> lock;
  private final Connection connection;

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
        return new OpenDatabase(database, lock, connect(database, migrations));
      } catch (SQLException | RuntimeException | IOException e) {
        if (lock.isPresent()) {
          lock.get().close();
        }
        throw e;
      }
    } catch (SQLException e) {
      throw failure(database, e);
    } catch (NoSuchFileException e) {
      throw new StoreException(database.name() + ": no such directory: " + e.getFile(), e);
    } catch (AccessDeniedException e) {
      throw new StoreException(database.name() + ": not permitted: " + e.getFile(), e);
    } catch (IOException e) {
      throw new StoreException(database.name() + ": " + e.getMessage(), e);
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

  private static Connection connect(Database database, Migrations migrations)
      throws SQLException, IOException {
    String url = database.url() + SETTINGS;
    if (database.isEmpty()) {
      throw new StoreException(
          database.name()
              + ": is empty, which no database of this program ever is; restore it, or remove it"
              + " and ingest again",
          null);
    }
    if (database.isNew()) {
      create(database, migrations);
    }
    if (database.file().isPresent()) {
      bringUpToDate(database, migrations);
      return DriverManager.getConnection(url, USER, "");
    }
    Connection connection = DriverManager.getConnection(url, USER, "");
    if (Migrations.versionOf(connection) == 0) {
      migrations.run(url, USER);
    }
    return connection;
  }

  /** Makes a database under another name first: under its own it is there whole, or not at all. */
  private static void create(Database database, Migrations migrations)
      throws SQLException, IOException {
    Path file = database.file().orElseThrow();
    Database beside = database.beside();
    Path made = beside.file().orElseThrow();
    Files.deleteIfExists(made);
    Files.createFile(made, PrivateFiles.FILE);
    String url = beside.url() + SETTINGS;
    try (Connection connection = DriverManager.getConnection(url, USER, "")) {
      migrations.run(url, USER);
      connection.createStatement().execute("checkpoint sync");
    }
    Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Looks without writing: what a newer version wrote stays as it is, to the byte. */
  private static void bringUpToDate(Database database, Migrations migrations)
      throws SQLException, IOException {
    int version;
    try (Connection look =
        DriverManager.getConnection(database.url() + ";ACCESS_MODE_DATA=r", USER, "")) {
      version = Migrations.versionOf(look);
    }
    if (version > migrations.version()) {
      throw new StoreException(
          database.name()
              + ": was written by a newer version of this program (schema "
              + version
              + ", this one knows "
              + migrations.version()
              + "); use that one; nothing was changed",
          null);
    }
    if (version < migrations.version()) {
      Migrations.keepCopy(database.file().orElseThrow(), version);
      migrations.run(database.url() + SETTINGS, USER);
    }
  }

  /** jOOQ on the connection; what goes wrong there is a {@link StoreException}. */
  DSLContext db() {
    DefaultConfiguration configuration = new DefaultConfiguration();
    configuration.set(connection).set(SQLDialect.H2);
    configuration.set(
        ExecuteListener.onException(
            context -> {
              if (context.sqlException() != null) {
                context.exception(exception(context.sqlException()));
              }
            }));
    return DSL.using(configuration);
  }

  private RuntimeException exception(SQLException e) {
    if (e.getErrorCode() != VALUE_TOO_LONG) {
      return failure(e);
    }
    Matcher column = TOO_LONG.matcher(e.getMessage());
    String what = column.find() ? column.group(1) + " of more than " + column.group(2) : "a text";
    return new TooLong(what.toLowerCase(Locale.ROOT) + " characters, which are not stored", e);
  }

  Connection connection() {
    return connection;
  }

  Database database() {
    return database;
  }

  StoreException failure(SQLException e) {
    return failure(database, e);
  }

  private static StoreException failure(Database database, SQLException e) {
    String text = String.valueOf(e.getMessage());
    String what =
        switch (e.getErrorCode()) {
          case WRONG_USER -> "is not a database of this program";
          case CORRUPT ->
              "is damaged or no H2 database; restore a copy, or move it away and ingest again";
          case READ_ONLY -> "may not be written";
          case CLOSED ->
              "the disk is full or fails; what was committed before is safe; make room and run again";
          default ->
              isSaid(e, "Reading from")
                  ? "is damaged or no H2 database; restore a copy, or move it away and ingest again"
                  : isSaid(e, "No space left", "File too large")
                      ? "the disk is full; what was committed before is safe; make room and run again"
                      : text.lines().findFirst().orElse("");
        };
    return new StoreException(database.name() + ": " + what, e);
  }

  /** H2 names what is wrong with a disk or a file in the causes alone. */
  private static boolean isSaid(Throwable e, String... words) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String text = String.valueOf(cause.getMessage());
      if (Stream.of(words).anyMatch(text::contains)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    try {
      connection.close();
      if (lock.isPresent()) {
        lock.get().close();
      }
    } catch (SQLException e) {
      throw failure(database, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
