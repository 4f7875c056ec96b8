package dmarcreports.store.h2;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/**
 * What H2 writes to a file while the JVM ends because it was asked to (SIGTERM, SIGINT). It does so
 * in a thread of its own, beside the one that is still storing, even where {@code
 * DB_CLOSE_ON_EXIT=FALSE} says not to (2.4.240): a row can then be on disk without the entry that
 * undoes it, and the database holds half a report.
 */
final class ShutdownWriter {
  private static final String HOOK = "org.h2.engine.OnExitDatabaseCloser";

  private ShutdownWriter() {}

  /**
   * Takes a database out of what is written then: it ends as if the power had failed.
   *
   * @throws IllegalStateException where H2 is not one that this knows
   */
  static void forget(Connection connection) throws SQLException {
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    try {
      Method unregister = Class.forName(HOOK).getDeclaredMethod("unregister", Database.class);
      unregister.setAccessible(true);
      unregister.invoke(null, session.getDatabase());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(HOOK + " is not as it was", e);
    }
  }
}
