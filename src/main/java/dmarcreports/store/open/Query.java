package dmarcreports.store.open;

import java.sql.SQLException;
import org.jooq.ResultQuery;
import org.jooq.conf.ParamType;

/**
 * Reads many rows one by one. jOOQ names and renders, JDBC reads: that costs a fifth of jOOQ's own
 * records, which also make a large object of each array of bytes.
 */
public final class Query {
  private Query() {}

  /**
   * Reads each row of the answer.
   *
   * @throws StoreException where the database cannot be read
   */
  public static void each(OpenDatabase open, ResultQuery<?> query, OpenDatabase.EachRow each) {
    try {
      open.each(query.getSQL(ParamType.INLINED), each);
    } catch (SQLException e) {
      throw open.failure(e);
    }
  }
}
