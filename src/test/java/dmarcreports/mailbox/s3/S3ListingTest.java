package dmarcreports.mailbox.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.PostgresServer;
import dmarcreports.S3Server;
import dmarcreports.command.Program;
import dmarcreports.mail.Input;
import dmarcreports.mailbox.After;
import dmarcreports.mailbox.Handling;
import dmarcreports.mailbox.Visit;
import dmarcreports.mailbox.imap.RuaMails;
import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.ObjectStore;
import dmarcreports.mailbox.server.Secrets;
import dmarcreports.mailbox.server.ServerAccess;
import dmarcreports.store.Databases;
import dmarcreports.store.ReportStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a bucket is listed, and what is remembered of it. */
class S3ListingTest {
  @TempDir Path folder;
  private FakeS3 store;

  @BeforeEach
  void open() throws IOException {
    S3Server.logIn();
    store = new FakeS3();
    for (int i = 1; i <= 7; i++) {
      store.put("in/" + i, RuaMails.report(i), "tag" + i);
    }
  }

  @AfterEach
  void close() {
    store.close();
    S3Server.logOut();
  }

  /** Nobody is asked for a password. */
  private static final class None implements Secrets {
    @Override
    public Optional<String> password(Address account) {
      throw new IllegalStateException();
    }

    @Override
    public String token(Address account) {
      throw new IllegalStateException();
    }
  }

  private ServerAccess access() {
    return new ServerAccess(
        new None(),
        Optional.empty(),
        false,
        new ObjectStore(Optional.of(URI.create(store.endpoint())), false),
        Duration.ofSeconds(60),
        Duration.ZERO,
        note -> {});
  }

  private static List<String> names(Visit visit) {
    List<String> names = new ArrayList<>();
    for (Input input : visit) {
      names.add(input.name());
    }
    return names;
  }

  @Test
  void whoAsksHowManyThereAreDoesNotHaveItListedTwice() {
    try (ReportStore reports =
            ReportStore.open(
                Databases.parse(folder.resolve("reports").toString()),
                Duration.ZERO,
                Instant.EPOCH,
                "test");
        S3Mailbox mailbox = S3Mailbox.of(S3Place.parse("s3://rua/in/"), access())) {
      Handling handling =
          new Handling(
              After.KEEP,
              Optional.empty(),
              reports.mailboxes(),
              reports::commit,
              (from, to) -> {},
              gone -> {},
              note -> {},
              error -> {
                throw new AssertionError(error);
              });
      Visit visit = mailbox.visits(handling).get(0);
      assertEquals(OptionalLong.of(7), visit.count());
      assertEquals(7, names(visit).size());
      assertEquals(3, store.asked.size(), store.asked.toString());
    }
  }

  @Test
  void whatIsGoneIsForgotten() {
    String url = PostgresServer.shared().newDatabase();
    Program program = new Program(folder, url);
    for (String prefix : List.of("s3://rua/in/", "s3://rua")) {
      store.put("other/1", RuaMails.report(8), "other");
      ingest(program, prefix);
      assertEquals(store.keys().size() - (prefix.endsWith("/") ? 1 : 0), remembered(url));
      store.remove("in/2");
      store.remove("other/1");
      store.put("in/3", RuaMails.report(9), "another");
      ingest(program, prefix);
      assertEquals(6, remembered(url));
      store.put("in/2", RuaMails.report(2), "tag2");
      store.fail("GET /rua", 1, 403, "AccessDenied", "no");
      assertEquals(1, program.run("ingest", prefix, "--s3-endpoint", store.endpoint()));
      assertEquals(6, remembered(url));
    }
  }

  private void ingest(Program program, String prefix) {
    assertEquals(
        0, program.run("ingest", prefix, "-q", "--s3-endpoint", store.endpoint()), program.err);
  }

  private static int remembered(String url) {
    return Integer.parseInt(PostgresServer.value(url, "select count(*) from read_items"));
  }
}
