package dmarcreports.store.h2;

import dmarcreports.file.DurableFiles;
import dmarcreports.store.open.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** The file of a database, and those beside it. */
final class DatabasePaths {
  /** What H2 puts behind the name of a database. */
  static final String SUFFIX = ".mv.db";

  private DatabasePaths() {}

  /** The size of its file; empty where it is none, or not there. */
  static OptionalLong bytes(Database database) throws IOException {
    Optional<Path> file = database.file();
    return file.isPresent() && Files.exists(file.get())
        ? OptionalLong.of(Files.size(file.get()))
        : OptionalLong.empty();
  }

  /** The file beside the database that says who holds it. */
  static Path lock(Database database) {
    return DurableFiles.sibling(database.file().orElseThrow(), ".lock");
  }

  /** The file beside the database that says how far it had come. */
  static Path mark(Database database) {
    return DurableFiles.sibling(database.file().orElseThrow(), ".mark");
  }

  /** Whether there is nothing yet. */
  static boolean isNew(Database database) {
    return database.file().isPresent() && !Files.exists(database.file().get());
  }

  /** Whether there is a file without content. */
  static boolean isEmpty(Database database) throws IOException {
    Optional<Path> file = database.file();
    return file.isPresent() && Files.exists(file.get()) && Files.size(file.get()) == 0;
  }

  /** The database of another name in which this one is made. */
  static Database beside(Database database) {
    Path bare = bare(database);
    Path made = DurableFiles.sibling(bare, ".new");
    return new Database(
        database.name(),
        database.url().replace(bare.toString(), made.toString()),
        Optional.of(DurableFiles.sibling(made, SUFFIX)),
        database.user(),
        database.password());
  }

  /** The file's path without its suffix. */
  static Path bare(Database database) {
    String path = database.file().orElseThrow().toString();
    return Path.of(path.substring(0, path.length() - SUFFIX.length()));
  }
}
