package dmarcreports.store;

import dmarcreports.file.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Where the reports are kept: an H2 file, what an H2 URL names, or a database of a PostgreSQL
 * server.
 *
 * @param name what the user calls it
 * @param url without settings of ours
 * @param file the H2 file, where there is one
 * @param user of a server's; empty for whoever the driver takes
 * @param password of its user; empty where it has none; never shown
 */
public record Database(String name, String url, Optional<Path> file, String user, String password) {
  static final String USER = "dmarc";

  private static final String SUFFIX = ".mv.db";
  private static final String H2 = "jdbc:h2:";

  /** What may be set in a URL: nothing that runs, serves, writes elsewhere or delays a commit. */
  private static final Pattern SETTING =
      Pattern.compile("(DB_CLOSE_DELAY|CACHE_SIZE|LOCK_TIMEOUT)=-?[0-9]{1,9}");

  /** Without a password. */
  public Database(String name, String url, Optional<Path> file) {
    this(name, url, file, USER, "");
  }

  /**
   * The same database, for whom the environment names: {@code DMARC_REPORTS_DB_PASSWORD} and, of a
   * server, what its other clients go by as well.
   */
  public Database with(Map<String, String> environment) {
    String secret = environment.getOrDefault("DMARC_REPORTS_DB_PASSWORD", "");
    if (!isOfServer()) {
      return new Database(name, url, file, user, secret);
    }
    return new Database(
        name,
        url,
        file,
        user.isEmpty() ? environment.getOrDefault("PGUSER", System.getProperty("user.name")) : user,
        secret.isEmpty() ? environment.getOrDefault("PGPASSWORD", "") : secret);
  }

  /** Whether it is a database of a PostgreSQL server. */
  boolean isOfServer() {
    return url.startsWith(PostgresUrl.PREFIX);
  }

  /** A connection as its user, with these settings beside those of the URL. */
  Connection connect(String settings) throws SQLException {
    return DriverManager.getConnection(url + settings, USER, password);
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * The database that a text names: a file, with or without {@code .mv.db}, or a {@code jdbc:h2:}
   * or {@code jdbc:postgresql:} URL.
   *
   * @throws IllegalArgumentException for what this version does not read, saying so
   */
  public static Database parse(String where) {
    if (!where.startsWith("jdbc:")) {
      String base =
          where.endsWith(SUFFIX) ? where.substring(0, where.length() - SUFFIX.length()) : where;
      Path path = Path.of(base).toAbsolutePath().normalize();
      return new Database(
          base + SUFFIX,
          H2 + "file:" + checked(path),
          Optional.of(DurableFiles.sibling(path, SUFFIX)));
    }
    if (where.startsWith(PostgresUrl.PREFIX)) {
      return PostgresUrl.parse(where);
    }
    if (!where.startsWith(H2)) {
      throw new IllegalArgumentException(
          "this version does not use "
              + where.split(":", 3)[1]
              + " databases; name a file, jdbc:h2:… or jdbc:postgresql:…");
    }
    String target = where.substring(H2.length());
    String settings = target.contains(";") ? target.substring(target.indexOf(';')) : "";
    if (target.matches("(?i)(tcp|ssl|zip|nio[a-z]*|split|async|retry|cluster|classpath):.*")) {
      throw new IllegalArgumentException(
          "a database URL of a server or an archive is not used; name a file or jdbc:h2:file:…");
    }
    for (String setting : settings.toUpperCase(Locale.ROOT).split(";")) {
      if (setting.startsWith("PASSWORD=") || setting.startsWith("USER=")) {
        throw new IllegalArgumentException(
            "a password in a URL is seen by everybody; set DMARC_REPORTS_DB_PASSWORD instead");
      }
      if (!setting.isEmpty() && !SETTING.matcher(setting).matches()) {
        throw new IllegalArgumentException(
            "a database URL may set DB_CLOSE_DELAY, CACHE_SIZE and LOCK_TIMEOUT, and nothing else");
      }
    }
    String base = target.substring(0, target.length() - settings.length());
    if (base.startsWith("mem:")) {
      return new Database(where, where, Optional.empty());
    }
    String path = base.startsWith("file:") ? base.substring(5) : base;
    Path absolute = Path.of(path).toAbsolutePath().normalize();
    return new Database(
        where,
        H2 + "file:" + checked(absolute) + settings,
        Optional.of(DurableFiles.sibling(absolute, SUFFIX)));
  }

  /** The size of its file; empty where it is none, or not there. */
  public OptionalLong bytes() throws IOException {
    return file.isPresent() && Files.exists(file.get())
        ? OptionalLong.of(Files.size(file.get()))
        : OptionalLong.empty();
  }

  /** The file beside the database that says who holds it. */
  Optional<Path> lockFile() {
    return file.map(path -> DurableFiles.sibling(path, ".lock"));
  }

  /** The file beside the database that says how far it had come. */
  Path markFile() {
    return DurableFiles.sibling(file.orElseThrow(), ".mark");
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
    Path made = DurableFiles.sibling(bare(), ".new");
    return new Database(
        name,
        url.replace(bare().toString(), made.toString()),
        Optional.of(DurableFiles.sibling(made, SUFFIX)),
        user,
        password);
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
