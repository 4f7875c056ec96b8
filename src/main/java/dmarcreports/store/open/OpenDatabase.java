package dmarcreports.store.open;

import dmarcreports.store.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/**
 * A connection to a database whose tables are of this program's version. What the two kinds of
 * database do in different ways is here, and in how reports come into them.
 */
public abstract class OpenDatabase implements AutoCloseable {
  private final Database database;

  public OpenDatabase(Database database) {
    this.database = database;
  }

  /** What to do with the row that a result stands at. */
  public interface EachRow {
    void read(ResultSet row) throws SQLException;
  }

  /** What the row that a result stands at says. */
  public interface OneRow<T> {
    T read(ResultSet row) throws SQLException;
  }

  public abstract Connection connection();

  protected abstract SQLDialect dialect();

  /** What went wrong, as one of our own exceptions. */
  public abstract StoreException failure(SQLException e);

  /** From now on all that is read is of one moment, whatever others write. */
  public abstract void snapshot();

  /** Work that is done whole or not at all, with no other run among it. */
  public abstract <T> T inTransaction(Supplier<T> work);

  /** Work with no other run among it; what is done of it may be done again. */
  public abstract void alone(Runnable work);

  /**
   * As long as this is open, no other run holds what goes by the name; waits for one that does.
   *
   * @return who still holds it; empty where nobody else does
   */
  public abstract Optional<String> hold(String name);

  /** Reads the rows of a query one by one, however many there are. */
  public abstract void each(String query, EachRow each, Object... values) throws SQLException;

  /** The text of a statement, in the words of this database. */
  protected abstract String text(Sql statement);

  /** What it takes on disk, as far as that is known. */
  public abstract OptionalLong bytes();

  /** All that was done so far is on disk. */
  public abstract void commit();

  /** From now on reports may go. */
  public abstract void expectLess();

  /** What was not committed is gone. */
  @Override
  public abstract void close();

  public Database database() {
    return database;
  }

  /** jOOQ on the connection; what goes wrong there is a {@link StoreException}. */
  public DSLContext db() {
    DefaultConfiguration configuration = new DefaultConfiguration();
    configuration.set(connection()).set(dialect()).set(settings());
    configuration.set(
        ExecuteListener.onException(
            context -> {
              SQLException cause = sqlException(context.exception());
              if (cause != null) {
                context.exception(failure(cause));
              }
            }));
    return DSL.using(configuration);
  }

  /** The tables have names that are the same for whoever does not quote them. */
  private Settings settings() {
    return dialect() == SQLDialect.H2
        ? new Settings()
        : new Settings().withRenderNameCase(RenderNameCase.LOWER);
  }

  /** A statement, to be bound and run by JDBC. */
  public PreparedStatement prepare(Sql statement) {
    try {
      return connection().prepareStatement(text(statement));
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Gives a statement its values. */
  public static PreparedStatement with(PreparedStatement statement, Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** Runs a statement, and says how many rows it changed. */
  public int run(Sql statement, Object... values) {
    try (PreparedStatement prepared = prepare(statement)) {
      return with(prepared, values).executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The rows of a query, which are few. */
  public <T> List<T> all(Sql query, OneRow<T> row, Object... values) {
    try (PreparedStatement prepared = prepare(query);
        ResultSet rows = with(prepared, values).executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(row.read(rows));
      }
      return all;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The number that a query comes to; 0 where that is null. */
  public long number(Sql query) {
    return all(query, row -> row.getLong(1)).get(0);
  }

  /** Reads the rows of a query one by one, however many there are. */
  public void each(Sql query, EachRow each, Object... values) {
    try {
      each(text(query), each, values);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** What a driver said; null where none said anything. */
  protected static SQLException sqlException(Throwable e) {
    return e == null || e instanceof SQLException ? (SQLException) e : sqlException(e.getCause());
  }

  /** What jOOQ renders, to be bound and run by JDBC. */
  public PreparedStatement prepare(org.jooq.Query query) {
    try {
      return connection().prepareStatement(query.getSQL());
    } catch (SQLException e) {
      throw failure(e);
    }
  }
}
