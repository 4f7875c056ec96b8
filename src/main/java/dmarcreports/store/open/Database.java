package dmarcreports.store.open;

import java.nio.file.Path;
import java.util.Optional;

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
  @Override
  public String toString() {
    return name;
  }
}
