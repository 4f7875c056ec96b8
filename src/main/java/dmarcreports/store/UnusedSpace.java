package dmarcreports.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The space in the file of a database that pages left which were written anew elsewhere. H2 retains
 * such pages for a while, in case a disk writes out of order.
 */
final class UnusedSpace {
  private static final String SECONDS_TO_GIVE_BACK = ";MAX_COMPACT_TIME=10000";

  private UnusedSpace() {}

  /**
   * Takes it out of the file of a closed database, for ten seconds at most. All must have been
   * forced to the disk, so that nothing need be retained.
   */
  static void giveBack(Database database) throws SQLException {
    try (Connection last = database.connect(H2Database.SETTINGS + SECONDS_TO_GIVE_BACK)) {
      retain(last, 0);
    }
    try (Connection usual = database.connect(H2Database.SETTINGS)) {
      retainAsUsual(usual);
    }
  }

  /** From now on pages are retained for H2's default, 45 s. */
  static void retainAsUsual(Connection connection) throws SQLException {
    retain(connection, 45_000);
  }

  private static void retain(Connection connection, int milliseconds) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set retention_time " + milliseconds);
    }
  }
}
