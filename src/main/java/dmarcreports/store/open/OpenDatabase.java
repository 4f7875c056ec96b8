package dmarcreports.store.open;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
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

  public abstract Connection connection();

  protected abstract SQLDialect dialect();

  /** What went wrong, as one of our own exceptions. */
  public abstract StoreException failure(SQLException e);

  /** From now on all that is read is of one moment, whatever others write. */
  public abstract void snapshot();

  /** Work that is done whole or not at all, with no other run among it. */
  public abstract <T> T inTransaction(Function<DSLContext, T> work);

  /** Work with no other run among it; what is done of it may be done again. */
  public abstract void alone(Consumer<DSLContext> work);

  /**
   * As long as this is open, no other run holds what goes by the name; waits for one that does.
   *
   * @return who still holds it; empty where nobody else does
   */
  public abstract Optional<String> hold(String name);

  /** Reads the rows of a query one by one, however many there are. */
  public abstract void each(String query, EachRow each) throws SQLException;

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
