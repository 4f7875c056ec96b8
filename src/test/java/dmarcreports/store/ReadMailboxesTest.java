package dmarcreports.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.PostgresServer;
import dmarcreports.stored.Fate;
import dmarcreports.stored.MailboxMemory;
import dmarcreports.stored.ReadUids;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of mailboxes on servers, in either kind of database. */
class ReadMailboxesTest {
  private static final String FOLDER = "imaps://rua@host/INBOX";
  private static final String ACCOUNT = "pop3s://rua@host";

  @TempDir Path directory;
  private String url = "";

  private ReportStore open(String kind) {
    if (url.isEmpty()) {
      url =
          kind.equals("h2")
              ? directory.resolve("reports").toString()
              : PostgresServer.shared().newDatabase();
    }
    return ReportStore.open(Databases.parse(url), Duration.ZERO, Instant.EPOCH, "test");
  }

  private static ReadUids reports(long first, long last) {
    return new ReadUids(first, last, Fate.REPORTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void whatIsNotCommittedWasNotRead(String kind) {
    try (ReportStore store = open(kind)) {
      store.mailboxes().read(FOLDER, 7, reports(1, 2));
      store.commit();
      store.mailboxes().read(FOLDER, 7, reports(3, 3));
      store.mailboxes().read(ACCOUNT, "a", Fate.REPORTS);
    }
    try (ReportStore store = open(kind)) {
      assertEquals(List.of(reports(1, 2)), store.mailboxes().uids(FOLDER, 7));
      assertEquals(Map.of(), store.mailboxes().items(List.of("a")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void whatIsReadInOrderIsOneRow(String kind) {
    for (int run = 0; run < 3; run++) {
      try (ReportStore store = open(kind)) {
        for (int uid = 1; uid <= 10; uid++) {
          store.mailboxes().read(FOLDER, 7, reports(10L * run + uid, 10L * run + uid));
        }
        store.finish(Instant.EPOCH);
      }
    }
    try (ReportStore store = open(kind)) {
      MailboxMemory memory = store.mailboxes();
      assertEquals(List.of(reports(1, 30)), memory.uids(FOLDER, 7));
      assertEquals(List.of(), memory.uids(FOLDER, 8));
      assertEquals(List.of(), memory.uids(FOLDER + "/Other", 7));
      ReadUids discarded = new ReadUids(31, 31, Fate.DISCARDED);
      memory.read(FOLDER, 7, discarded);
      store.commit();
      assertEquals(List.of(reports(1, 30), discarded), memory.uids(FOLDER, 7));
      memory.read(FOLDER, 8, reports(1, 1));
      store.commit();
      assertEquals(List.of(reports(1, 1)), memory.uids(FOLDER, 8));
      assertEquals(List.of(), memory.uids(FOLDER, 7));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void itemsAreKnownByTheirNames(String kind) {
    try (ReportStore store = open(kind)) {
      MailboxMemory memory = store.mailboxes();
      memory.read(ACCOUNT, "a", Fate.REPORTS);
      memory.read(ACCOUNT, "b", Fate.DISCARDED);
      memory.read("pop3s://other@host", "d", Fate.NOTHING);
      store.commit();
      memory.read(ACCOUNT, "b", Fate.REPORTS);
      store.commit();
      assertEquals(
          Map.of("a", Fate.REPORTS, "b", Fate.REPORTS), memory.items(List.of("a", "b", "c")));
      MailboxMemory.Sightings there = memory.sightings(ACCOUNT);
      there.see(List.of("b"));
      there.end();
      assertEquals(
          Map.of("b", Fate.REPORTS, "d", Fate.NOTHING), memory.items(List.of("a", "b", "c", "d")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void whatIsGoneOfManyIsForgotten(String kind) {
    int many = 25_000;
    try (ReportStore store = open(kind)) {
      MailboxMemory memory = store.mailboxes();
      for (int i = 0; i < many; i++) {
        memory.read(i % 5 == 0 ? FOLDER : ACCOUNT, "" + i, Fate.REPORTS);
      }
      MailboxMemory.Sightings there = memory.sightings(ACCOUNT);
      for (int i = 0; i < many; i += 2) {
        there.see(List.of("" + i));
      }
      there.end();
      for (int i = 0; i < many; i++) {
        boolean kept = i % 5 == 0 || i % 2 == 0;
        assertEquals(kept ? 1 : 0, memory.items(List.of("" + i)).size(), "" + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "postgres")
  void oneRunAloneReadsAMailbox(String kind) {
    try (ReportStore first = open(kind)) {
      assertEquals(Optional.empty(), first.mailboxes().hold(FOLDER));
      assertEquals(Optional.empty(), first.mailboxes().hold(FOLDER));
      try (ReportStore second = open(kind)) {
        String holder = second.mailboxes().hold(FOLDER).orElseThrow();
        assertTrue(holder.matches("on .*, since 20[-0-9]{8}T[:0-9]{8}Z"), holder);
        assertEquals(Optional.empty(), second.mailboxes().hold(ACCOUNT));
      }
    }
    try (ReportStore next = open(kind)) {
      assertEquals(Optional.empty(), next.mailboxes().hold(FOLDER));
    }
  }
}
