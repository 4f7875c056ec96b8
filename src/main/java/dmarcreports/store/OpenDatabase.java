package dmarcreports.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
 * database do in different ways is here, and in how reports come into them, {@link ReportWriter}.
 */
abstract class OpenDatabase implements AutoCloseable {
  private final Database database;

  OpenDatabase(Database database) {
    this.database = database;
  }

  /**
   * Opens a database.
   *
   * @param patience how long to wait for another run, or for a server that goes away
   * @param create whether to make one where there is none
   * @throws StoreException where it is held by another run, is no database, or cannot be written
   */
  static OpenDatabase open(Database database, Duration patience, boolean create) {
    return open(database, patience, create, new Migrations(Migrations.VERSION));
  }

  static OpenDatabase open(
      Database database, Duration patience, boolean create, Migrations migrations) {
    return database.isOfServer()
        ? PostgresDatabase.open(database, patience, create, migrations)
        : H2Database.open(database, patience, create, migrations);
  }

  abstract Connection connection();

  abstract SQLDialect dialect();

  /** What went wrong, as one of our own exceptions. */
  abstract StoreException failure(SQLException e);

  /** Begins a run of ingest, and writes its reports. */
  abstract ReportWriter writer(Instant now, String version) throws SQLException;

  /** From now on all that is read is of one moment, whatever others write. */
  abstract void snapshot();

  /** Work that is done whole or not at all, with no other run among it. */
  abstract <T> T inTransaction(Function<DSLContext, T> work);

  /** Work with no other run among it; what is done of it may be done again. */
  abstract void alone(Consumer<DSLContext> work);

  /** Reads the rows of a query one by one, however many there are. */
  abstract void each(String query, Query.Row each) throws SQLException;

  /** What it takes on disk, as far as that is known. */
  abstract OptionalLong bytes();

  /** All that was done so far is on disk. */
  abstract void commit();

  /** From now on reports may go. */
  abstract void expectLess();

  /** What was not committed is gone. */
  @Override
  public abstract void close();

  Database database() {
    return database;
  }

  /** jOOQ on the connection; what goes wrong there is a {@link StoreException}. */
  DSLContext db() {
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
  static SQLException sqlException(Throwable e) {
    return e == null || e instanceof SQLException ? (SQLException) e : sqlException(e.getCause());
  }

  /** What jOOQ renders, to be bound and run by JDBC. */
  PreparedStatement prepare(org.jooq.Query query) {
    try {
      return connection().prepareStatement(query.getSQL());
    } catch (SQLException e) {
      throw failure(e);
    }
  }
}
