package dmarcreports.store.rows;

import static dmarcreports.store.tables.Tables.REPORTS;

import dmarcreports.store.open.OpenDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.TableField;

/**
 * Finds a column of the rows of one hash, without what {@link Insert} does without; on whatever
 * connection there is.
 */
public final class ByHash<T> {
  private final OpenDatabase open;
  private final Class<T> type;
  private final String query;
  private Connection preparedOn;
  private PreparedStatement statement;

  public ByHash(OpenDatabase open, TableField<?, T> wanted, TableField<?, byte[]> hash) {
    this.open = open;
    type = wanted.getType();
    query = open.db().select(wanted).from(hash.getTable()).where(hash.eq(new byte[0])).getSQL();
  }

  /** The content hashes of the reports of a key. */
  public static ByHash<byte[]> contentsOfKey(OpenDatabase open) {
    return new ByHash<>(open, REPORTS.CONTENT_HASH, REPORTS.KEY_HASH);
  }

  /** What the rows of that hash have there. */
  public List<T> all(byte[] hash) {
    try {
      if (preparedOn != open.connection()) {
        preparedOn = open.connection();
        statement = preparedOn.prepareStatement(query);
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
