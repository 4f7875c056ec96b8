package dmarcreports.store.h2;

import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.sql.Sql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds a column of the rows of one hash: each row is read, and its hash compared. */
final class HashedRows<T> {
  private final OpenDatabase open;
  private final Hashes hashes;
  private final Class<T> type;
  private final PreparedStatement select;

  /**
   * @param query that takes an id and a hash, and has one column
   */
  HashedRows(OpenDatabase open, Hashes hashes, Class<T> type, Sql query) {
    this.open = open;
    this.hashes = hashes;
    this.type = type;
    select = open.prepare(query);
  }

  /** What the rows of that hash have there. */
  List<T> all(byte[] hash) {
    List<T> found = new ArrayList<>();
    hashes.each(hash, id -> find(id, hash, found));
    return found;
  }

  /** The same of the rows whose hashes are stored alone. */
  List<T> allStored(byte[] hash) {
    List<T> found = new ArrayList<>();
    hashes.eachStored(hash, id -> find(id, hash, found));
    return found;
  }

  private void find(int id, byte[] hash, List<T> found) {
    try {
      select.setInt(1, id);
      select.setBytes(2, hash);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getObject(1, type));
        }
      }
    } catch (SQLException e) {
      throw open.failure(e);
    }
  }
}
