package dmarcreports.store.rows;

import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds a column of the rows of one hash, without what {@link Insert} does without; on whatever
 * connection there is.
 */
public final class ByHash<T> {
  private final OpenDatabase open;
  private final Class<T> type;
  private final Sql query;
  private Connection preparedOn;
  private PreparedStatement statement;

  /**
   * @param query that takes a hash, and has one column
   */
  public ByHash(OpenDatabase open, Class<T> type, Sql query) {
    this.open = open;
    this.type = type;
    this.query = query;
  }

  /** The content hashes of the reports of a key. */
  public static ByHash<byte[]> contentsOfKey(OpenDatabase open) {
    return new ByHash<>(open, byte[].class, Sql.CONTENTS_OF_KEY);
  }

  /** What the rows of that hash have there. */
  public List<T> all(byte[] hash) {
    try {
      if (preparedOn != open.connection()) {
        preparedOn = open.connection();
        statement = open.prepare(query);
      }
      statement.setBytes(1, hash);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getObject(1, type));
        }
      }
      return found;
    } catch (SQLException e) {
      throw open.failure(e);
    }
  }

  /** The first of them. */
  public Optional<T> first(byte[] hash) {
    return all(hash).stream().findFirst();
  }
}
