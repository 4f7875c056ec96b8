package dmarcreports.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.PostgresServer;
import dmarcreports.store.open.Database;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same on a PostgreSQL server, which many runs share: one of them sends. */
class PostgresOutboxTest extends OutboxTest {
  private final Database database = Databases.parse(PostgresServer.shared().newDatabase());

  @Override
  Database database() {
    return database;
  }

  @Test
  void oneRunSendsAndTheOthersAreToldWhoDoes() {
    try (ReportReader one = ReportReader.open(database, Duration.ZERO);
        ReportReader other = ReportReader.open(database, Duration.ZERO)) {
      assertEquals(Optional.empty(), one.outbox().hold());
      Optional<String> holder = other.outbox().hold();
      assertTrue(holder.isPresent() && holder.get().contains("since"), "" + holder);
    }
    try (ReportReader next = ReportReader.open(database, Duration.ofSeconds(9))) {
      assertEquals(Optional.empty(), next.outbox().hold());
    }
  }
}
