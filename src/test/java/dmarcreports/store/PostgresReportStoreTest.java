package dmarcreports.store;

import dmarcreports.PostgresServer;
import dmarcreports.store.open.Database;
import org.junit.jupiter.api.BeforeEach;

/** What is saved once, what is kept apart, and what is read back, on a PostgreSQL server. */
class PostgresReportStoreTest extends ReportStoreTest {
  private Database database;

  @BeforeEach
  void makeDatabase() {
    database = another("");
  }

  @Override
  Database database() {
    return database;
  }

  @Override
  Database another(String name) {
    return Databases.parse(PostgresServer.shared().newDatabase());
  }

  @Override
  int seeds() {
    return 20;
  }
}
