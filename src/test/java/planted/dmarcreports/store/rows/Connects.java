package planted.dmarcreports.store.rows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Breaks a rule of the house. */
public final class Connects {
  private Connects() {}

  static Connection broken(String url) throws SQLException {
    return DriverManager.getConnection(url);
  }
}
