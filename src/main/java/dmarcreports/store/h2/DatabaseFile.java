package dmarcreports.store.h2;

import dmarcreports.file.DurableFiles;
import dmarcreports.file.PrivateFiles;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.Migrations;
import dmarcreports.store.open.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Makes the file of a database ready to be opened: that it is the one that was left, and of this
 * program's version. The old one stays until the new one is on disk.
 */
final class DatabaseFile {
  private final Database database;
  private final Path file;
  private final Migrations migrations;

  DatabaseFile(Database database, Migrations migrations) {
    this.database = database;
    this.file = database.file().orElseThrow();
    this.migrations = migrations;
  }

  /**
   * Prepares the file; nothing is written before it is known to be whole.
   *
   * @return whether the run before came to its end, so that no report need be counted through
   * @throws StoreException where it is not the one that was left
   */
  boolean prepare() throws SQLException, IOException {
    if (DatabasePaths.isNew(database)) {
      create();
      return true;
    }
    if (DatabasePaths.isEmpty(database)) {
      throw refusal(
          "is empty, which no database of this program ever is; restore it, or remove it and"
              + " ingest again");
    }
    Optional<HighWaterMark> mark = HighWaterMark.read(database);
    Optional<HighWaterMark.Seal> seal = mark.flatMap(HighWaterMark::seal);
    if (seal.isPresent() && !seal.get().equals(HighWaterMark.Seal.of(file))) {
      throw refusal(
          "is not as this program left it: damaged, cut, an older copy, or changed by another"
              + " program; nothing was changed; restore a copy, or remove "
              + DatabasePaths.mark(database)
              + " to go on with what is there, and ingest again what it lacks");
    }
    int version = look(mark);
    if (seal.isPresent()) {
      mark.get().unsealed().write(database);
    }
    if (version < migrations.version()) {
      migrate(version);
    }
    return seal.isPresent();
  }

  /** Makes a database under another name first: under its own it is there whole, or not at all. */
  private void create() throws SQLException, IOException {
    Path made = DatabasePaths.beside(database).file().orElseThrow();
    Files.deleteIfExists(made);
    Files.createFile(made, PrivateFiles.FILE);
    runMigrations();
    // that of a database which was here before
    Files.deleteIfExists(DatabasePaths.mark(database));
    DurableFiles.replace(made, file);
  }

  private void migrate(int version) throws SQLException, IOException {
    DurableFiles.copy(file, DurableFiles.sibling(file, ".version-" + version));
    Path made = DatabasePaths.beside(database).file().orElseThrow();
    DurableFiles.copy(file, made);
    runMigrations();
    DurableFiles.replace(made, file);
  }

  private void runMigrations() throws SQLException, IOException {
    Database beside = DatabasePaths.beside(database);
    try (Connection connection = H2Connection.open(beside, H2Connection.SETTINGS);
        Statement statement = connection.createStatement()) {
      H2Schema.run(migrations, beside, connection);
      statement.execute("checkpoint sync");
    }
    DurableFiles.force(beside.file().orElseThrow());
  }

  /** The version of the tables, read without writing: what is refused stays, to the byte. */
  private int look(Optional<HighWaterMark> mark) throws SQLException {
    try (Connection look = H2Connection.open(database, ";ACCESS_MODE_DATA=r")) {
      int version = Migrations.versionOf(look);
      refuseForeign(look, version);
      if (version > migrations.version()) {
        throw refusal(migrations.refusalOf(version));
      }
      if (mark.isPresent() && (version == 0 || mark.get().isBeyond(HighWaterMark.of(look)))) {
        throw refusal(
            "lacks reports that were stored in it: cut, or an older copy; nothing was changed;"
                + " restore a copy, or remove "
                + DatabasePaths.mark(database)
                + " to go on with what is there, and ingest again what it lacks");
      }
      return version;
    }
  }

  /** Beside tables of another program none of ours are made. */
  private void refuseForeign(Connection look, int version) throws SQLException {
    if (version == 0 && holdsTables(look)) {
      throw refusal("holds tables of another program; name another file; nothing was changed");
    }
  }

  private static boolean holdsTables(Connection look) throws SQLException {
    try (Statement statement = look.createStatement();
        ResultSet tables =
            statement.executeQuery(
                "select 1 from information_schema.tables where table_schema = 'PUBLIC'")) {
      return tables.next();
    }
  }

  private StoreException refusal(String why) {
    return new StoreException(database.name() + ": " + why, null);
  }
}
