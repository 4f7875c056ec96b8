package dmarcreports.command;

import dmarcreports.PostgresServer;
import java.util.HashMap;
import java.util.Map;

/** What is purged from a PostgreSQL server is as if it had never been there. */
class PostgresPurgeTest extends PurgeTest {
  private final Map<String, String> urls = new HashMap<>();

  @Override
  Program program(String db) {
    return new Program(
        folder, urls.computeIfAbsent(db, name -> PostgresServer.shared().newDatabase()));
  }

  @Override
  void theFileUsesItsSpaceAgain() {
    // a server keeps its files itself
  }
}
