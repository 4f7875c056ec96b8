package dmarcreports.store.h2;

import dmarcreports.file.DurableFiles;
import dmarcreports.store.open.Database;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file, or the URL of an H2 database. */
public final class H2Url {
  public static final String PREFIX = "jdbc:h2:";

  /** What may be set in a URL: nothing that runs, serves, writes elsewhere or delays a commit. */
  private static final Pattern SETTING =
      Pattern.compile("(DB_CLOSE_DELAY|CACHE_SIZE|LOCK_TIMEOUT)=-?[0-9]{1,9}");

  private H2Url() {}

  /** The database in a file, named with or without {@code .mv.db}. */
  public static Database file(String name) {
    String suffix = DatabasePaths.SUFFIX;
    String base = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    Path path = Path.of(base).toAbsolutePath().normalize();
    return new Database(
        base + suffix,
        PREFIX + "file:" + checked(path),
        Optional.of(DurableFiles.sibling(path, suffix)),
        H2Connection.USER,
        "");
  }

  /**
   * The database that a URL names.
   *
   * @throws IllegalArgumentException for what is not used, saying so
   */
  public static Database parse(String url) {
    String target = url.substring(PREFIX.length());
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
      return new Database(url, url, Optional.empty(), H2Connection.USER, "");
    }
    String path = base.startsWith("file:") ? base.substring(5) : base;
    Path absolute = Path.of(path).toAbsolutePath().normalize();
    return new Database(
        url,
        PREFIX + "file:" + checked(absolute) + settings,
        Optional.of(DurableFiles.sibling(absolute, DatabasePaths.SUFFIX)),
        H2Connection.USER,
        "");
  }

  /** The same with the password that the environment has. */
  public static Database with(Database database, Map<String, String> environment) {
    String secret = environment.getOrDefault("DMARC_REPORTS_DB_PASSWORD", "");
    return new Database(database.name(), database.url(), database.file(), database.user(), secret);
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
