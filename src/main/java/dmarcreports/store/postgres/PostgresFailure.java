package dmarcreports.store.postgres;

import dmarcreports.store.open.Database;
import dmarcreports.store.open.StoreException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;

/** What went wrong with a database of a server, in words that say what to do. */
final class PostgresFailure {
  private PostgresFailure() {}

  /** Whether the connection is gone, so that another one may do better. */
  static boolean isLost(SQLException e) {
    String state = state(e);
    return state.startsWith("08") || state.startsWith("57P0");
  }

  /** Whether the same work may go well when it is done again. */
  static boolean isConflict(SQLException e) {
    return state(e).equals("40001") || state(e).equals("40P01");
  }

  static StoreException of(Database database, SQLException e) {
    return new StoreException(database.name() + ": " + what(database, e), e);
  }

  private static String state(SQLException e) {
    return e.getSQLState() == null ? "" : e.getSQLState();
  }

  private static String what(Database database, SQLException e) {
    String state = state(e);
    // a batch that fails says all that was in it, and then why
    Throwable why = e.getNextException() == null ? e : e.getNextException();
    String said = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
    switch (state) {
      case "28P01", "28000", "08004" -> {
        return "the server does not let "
            + (database.user().isEmpty() ? "this user" : database.user())
            + " in; a password is taken from DMARC_REPORTS_DB_PASSWORD, PGPASSWORD or ~/.pgpass,"
            + " the user from ?user= or PGUSER: "
            + said;
      }
      case "3D000" -> {
        return "there is no such database on the server; make it with createdb";
      }
      case "42501" -> {
        return database.user() + " may not do that; grant it: " + said;
      }
      case "25006" -> {
        return "may not be written: the server is a standby, or lets this user only read";
      }
      case "53100" -> {
        return "the server's disk is full; what was committed before is safe; make room and run"
            + " again";
      }
      case "53300" -> {
        return "the server takes no more connections; run again when others have ended";
      }
      default -> {
        return isLost(e) ? lost(e, said) : said;
      }
    }
  }

  private static String lost(SQLException e, String said) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "no such host: " + cause.getMessage();
      }
      if (cause instanceof ConnectException) {
        return "no server answers there; what was committed before is safe; start it and run again";
      }
    }
    return "the server cannot be reached or went away; what was committed before is safe; run"
        + " again: "
        + said;
  }
}
