package dmarcreports.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the reports are kept: an H2 file, or what an H2 URL names.
 *
 * @param name what the user calls it
 * @param url without settings of ours
 * @param file the H2 file, where there is one
 */
public record Database(String name, String url, Optional<Path> file) {
  private static final String SUFFIX = ".mv.db";
  private static final String H2 = "jdbc:h2:";

  /**
   * The database that a text names: a file, with or without {@code .mv.db}, or a {@code jdbc:h2:}
   * URL.
   *
   * @throws IllegalArgumentException for what this version does not read, saying so
   */
  public static Database parse(String where) {
    if (!where.startsWith("jdbc:")) {
      String base =
          where.endsWith(SUFFIX) ? where.substring(0, where.length() - SUFFIX.length()) : where;
      Path path = Path.of(base).toAbsolutePath().normalize();
      return new Database(
          base + SUFFIX, H2 + "file:" + checked(path), Optional.of(sibling(path, SUFFIX)));
    }
    if (!where.startsWith(H2)) {
      throw new IllegalArgumentException(
          "this version does not use "
              + where.split(":", 3)[1]
              + " databases; name a file or jdbc:h2:…");
    }
    String target = where.substring(H2.length());
    String settings = target.contains(";") ? target.substring(target.indexOf(';')) : "";
    String upper = settings.toUpperCase(Locale.ROOT);
    if (upper.contains("INIT=") || target.matches("(?i)(tcp|ssl|zip|nio|split).*")) {
      throw new IllegalArgumentException(
          "a database URL with INIT= or a server is not used; name a file or jdbc:h2:file:…");
    }
    String base = target.substring(0, target.length() - settings.length());
    if (base.startsWith("mem:")) {
      return new Database(where, where, Optional.empty());
    }
    String path = base.startsWith("file:") ? base.substring(5) : base;
    Path absolute = Path.of(path).toAbsolutePath().normalize();
    return new Database(
        where, H2 + "file:" + checked(absolute) + settings, Optional.of(sibling(absolute, SUFFIX)));
  }

  /** The size of its file; empty where it is none, or not there. */
  public OptionalLong bytes() throws IOException {
    return file.isPresent() && Files.exists(file.get())
        ? OptionalLong.of(Files.size(file.get()))
        : OptionalLong.empty();
  }

  /** The file beside the database that says who holds it. */
  Optional<Path> lockFile() {
    return file.map(path -> sibling(path, ".lock"));
  }

  /** The file beside the database that says how far it had come. */
  Path markFile() {
    return sibling(file.orElseThrow(), ".mark");
  }

  static Path sibling(Path path, String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  /** Whether there is nothing yet. */
  boolean isNew() {
    return file.isPresent() && !Files.exists(file.get());
  }

  /** Whether there is a file without content. */
  boolean isEmpty() throws IOException {
    return file.isPresent() && Files.exists(file.get()) && Files.size(file.get()) == 0;
  }

  /** The database of another name in which this one is made. */
  Database beside() {
    Path made = sibling(bare(), ".new");
    return new Database(
        name, url.replace(bare().toString(), made.toString()), Optional.of(sibling(made, SUFFIX)));
  }

  /** The file's path without its suffix. */
  Path bare() {
    String path = file.orElseThrow().toString();
    return Path.of(path.substring(0, path.length() - SUFFIX.length()));
  }

  /** H2 takes a semicolon for the end of the path, whatever stands before it. */
  private static String checked(Path path) {
    if (path.toString().contains(";")) {
      throw new IllegalArgumentException(
          "a database file with a semicolon in its path is not used");
    }
    return path.toString();
  }
}
