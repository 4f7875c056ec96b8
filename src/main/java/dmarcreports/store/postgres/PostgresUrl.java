package dmarcreports.store.postgres;

import dmarcreports.store.open.Database;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The URL of a database of a PostgreSQL server, as its JDBC driver reads it. */
public final class PostgresUrl {
  public static final String PREFIX = "jdbc:postgresql:";

  /** What may be set in it: nothing that names a class, writes a file or delays a commit. */
  private static final Set<String> SETTINGS =
      new TreeSet<>(
          Set.of(
              "user",
              "sslmode",
              "sslrootcert",
              "sslcert",
              "sslkey",
              "gssEncMode",
              "channelBinding",
              "currentSchema",
              "connectTimeout",
              "socketTimeout",
              "tcpKeepAlive",
              "targetServerType",
              "ApplicationName"));

  private static final Pattern FORM =
      Pattern.compile("jdbc:postgresql:(//[^/?@#]+/)?[^/?@#:]+(\\?(?<settings>[^#]*))?");

  private PostgresUrl() {}

  /**
   * The database that a URL names.
   *
   * @throws IllegalArgumentException for what is not used, saying so
   */
  public static Database parse(String url) {
    Matcher form = FORM.matcher(url);
    if (url.toLowerCase(Locale.ROOT).matches(".*(password=|//[^/?]*@).*")) {
      throw new IllegalArgumentException(
          "a password in a URL is seen by everybody; set DMARC_REPORTS_DB_PASSWORD or PGPASSWORD,"
              + " or write it into ~/.pgpass; the user is ?user=…");
    }
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "a PostgreSQL database is written jdbc:postgresql://host:port/name");
    }
    String user = "";
    String settings = form.group("settings");
    for (String setting : (settings == null ? "" : settings).split("&")) {
      String name = setting.split("=", 2)[0];
      if (!setting.isEmpty() && !SETTINGS.contains(name)) {
        throw new IllegalArgumentException(
            "a PostgreSQL URL may set "
                + String.join(", ", SETTINGS)
                + ", and nothing else; not "
                + name);
      }
      if (name.equals("user") && setting.contains("=")) {
        user = URLDecoder.decode(setting.split("=", 2)[1], StandardCharsets.UTF_8);
      }
    }
    return new Database(url, url, Optional.empty(), user, "");
  }

  /** The same, for whom the environment names, as the server's other clients go by it. */
  public static Database with(Database database, Map<String, String> environment) {
    String secret = environment.getOrDefault("DMARC_REPORTS_DB_PASSWORD", "");
    return new Database(
        database.name(),
        database.url(),
        database.file(),
        database.user().isEmpty()
            ? environment.getOrDefault("PGUSER", System.getProperty("user.name"))
            : database.user(),
        secret.isEmpty() ? environment.getOrDefault("PGPASSWORD", "") : secret);
  }
}
