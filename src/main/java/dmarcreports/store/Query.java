package dmarcreports.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.ResultQuery;
import org.jooq.conf.ParamType;

/**
 * Reads many rows one by one. jOOQ names and renders, JDBC reads: that costs a fifth of jOOQ's own
 * records, which also make a large object of each array of bytes.
 */
final class Query {
  private Query() {}

  /** What to do with the row that a result stands at. */
  interface Row {
    void read(ResultSet row) throws SQLException;
  }

  /**
   * Reads each row of the answer.
   *
   * @throws StoreException where the database cannot be read
   */
  static void each(OpenDatabase open, ResultQuery<?> query, Row each) {
    try {
      open.each(query.getSQL(ParamType.INLINED), each);
    } catch (SQLException e) {
      throw open.failure(e);
    }
  }
}
