package dmarcreports.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.TableField;

/** Finds a column of the rows of one hash, without what {@link Insert} does without. */
final class Lookup<T> {
  private final OpenDatabase open;
  private final Class<T> type;
  private final PreparedStatement statement;

  Lookup(OpenDatabase open, TableField<?, T> wanted, TableField<?, byte[]> hash) {
    this(
        open,
        wanted.getType(),
        open.db().select(wanted).from(hash.getTable()).where(hash.eq(new byte[0])));
  }

  /** A query with the hash as its one parameter. */
  Lookup(OpenDatabase open, Class<T> type, Select<Record1<T>> query) {
    this.open = open;
    this.type = type;
    statement = open.prepare(query);
  }

  /** What the rows of that hash have there. */
  List<T> all(byte[] hash) {
    try {
      statement.setBytes(1, hash);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getObject(1, type));
        }
      }
      return found;
    } catch (SQLException e) {
      throw open.exception(e);
    }
  }

  /** The first of them. */
  Optional<T> first(byte[] hash) {
    return all(hash).stream().findFirst();
  }
}
