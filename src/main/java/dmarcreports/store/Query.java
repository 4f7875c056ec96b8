package dmarcreports.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.ResultQuery;
import org.jooq.conf.ParamType;

/**
 * Reads many rows one by one. jOOQ names and renders, JDBC reads: that costs a fifth of jOOQ's own
 * records, which also make a large object of each array of bytes. H2 keeps none of the rows, so
 * that there may be any number of them; until the last is read, nothing else may be asked.
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
    try (Statement statement = open.connection().createStatement()) {
      statement.execute("set lazy_query_execution true");
      try (ResultSet rows = statement.executeQuery(query.getSQL(ParamType.INLINED))) {
        while (rows.next()) {
          each.read(rows);
        }
      } finally {
        statement.execute("set lazy_query_execution false");
      }
    } catch (SQLException e) {
      throw open.exception(e);
    }
  }
}
