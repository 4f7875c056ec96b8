package dmarcreports.store.h2;

import dmarcreports.store.open.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.jdbc.JdbcConnection;

/** How a connection to an H2 database is made. */
final class H2Connection {
  /** Whose all tables are. */
  static final String USER = "dmarc";

  /**
   * No delay before a commit is written, pages compressed, unused space left where it is on
   * closing; no console, no trace file, no closing behind us.
   */
  static final String SETTINGS =
      ";WRITE_DELAY=0;COMPRESS=TRUE;CACHE_SIZE=32768;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
          + ";IFEXISTS=FALSE;MAX_COMPACT_TIME=0";

  private H2Connection() {}

  /**
   * A connection as the user, with these settings beside those of the URL. {@code DriverManager}
   * would look for every other driver too.
   */
  static Connection open(Database database, String settings) throws SQLException {
    Connection connection =
        new JdbcConnection(
            database.url() + settings, new Properties(), USER, database.password(), false);
    ShutdownWriter.forget(connection);
    return connection;
  }
}
