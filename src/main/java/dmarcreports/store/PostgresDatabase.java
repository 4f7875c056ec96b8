package dmarcreports.store;

import java.time.Duration;

abstract class PostgresDatabase extends OpenDatabase {
  PostgresDatabase(Database d) {
    super(d);
  }

  static PostgresDatabase open(
      Database database, Duration patience, boolean create, Migrations migrations) {
    throw new IllegalStateException();
  }
}
