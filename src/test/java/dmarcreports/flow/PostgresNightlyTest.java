package dmarcreports.flow;

import dmarcreports.PostgresServer;

/** {@code nightly}, night after night, on a PostgreSQL server. */
class PostgresNightlyTest extends NightlyTest {
  private final String url = PostgresServer.shared().newDatabase();

  @Override
  String database() {
    return url;
  }
}
