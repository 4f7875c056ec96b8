package dmarcreports.store.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.PostgresServer;
import dmarcreports.store.Databases;
import dmarcreports.store.ReportStore;
import dmarcreports.store.open.SchemaFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The migrations as PostgreSQL reads them. */
class TranslatedFilesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hash binary(16) not null | hash bytea not null",
        "source varbinary(16) not null | source bytea not null",
        "name varchar(65536) not null | name varchar(65536) collate \"C\" not null",
        "create index place on discards (place); | create index place on discards using hash (place);",
        "create index both on discards (place, id); | create index both on discards (place, id);",
        "delete from discards where id not in (1) | delete from discards where id not in (1)"
      })
  void says(String h2, String postgres) {
    assertEquals(postgres, TranslatedFiles.translated(h2));
  }

  @Test
  void whatIsForH2AloneIsNotThere() {
    String hashes = TranslatedFiles.translated(SchemaFiles.text("007-hashes.sql"));
    assertTrue(hashes.lines().allMatch(line -> line.isEmpty() || line.startsWith("--")), hashes);
    String url = PostgresServer.shared().newDatabase();
    open(url);
    assertEquals(
        "0 1",
        PostgresServer.value(
            url,
            "select (select count(*) from pg_tables where tablename like 'hash%') || ' '"
                + " || (select count(*) from pg_indexes where indexname = 'evidences_hash')"));
  }

  /** They are in databases: what they become may never change. */
  @Test
  void theirChecksumsStay() {
    String url = PostgresServer.shared().newDatabase();
    open(url);
    assertEquals(
        "-135313310 -1065162507 -1699885321",
        PostgresServer.value(
            url,
            "select string_agg(checksum::text, ' ' order by installed_rank)"
                + " from flyway_schema_history where version::int <= 3"));
  }

  @Test
  void ofRunsThatStartAtOnceOneMakesTheTables() throws Exception {
    String url = PostgresServer.shared().newDatabase();
    ExecutorService runs = Executors.newFixedThreadPool(4);
    Callable<Object> run =
        () -> {
          open(url);
          return null;
        };
    for (Future<Object> one : runs.invokeAll(List.of(run, run, run, run))) {
      one.get();
    }
    runs.shutdown();
    assertEquals("4", PostgresServer.value(url, "select count(*) from runs"));
  }

  private static void open(String url) {
    ReportStore.open(Databases.parse(url), Duration.ZERO, Instant.EPOCH, "test").close();
  }
}
