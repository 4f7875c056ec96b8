package dmarcreports.mailbox.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.S3Server;
import dmarcreports.command.Program;
import dmarcreports.mailbox.imap.RuaMails;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with a store: one line each, and what is in order is read. */
class S3FaultsTest {
  @TempDir Path folder;
  private FakeS3 store;
  private Program program;
  private String patience = "1s";

  @BeforeEach
  void open() throws IOException {
    S3Server.logIn();
    store = new FakeS3();
    program = new Program(folder, "reports");
    for (int i = 1; i <= 7; i++) {
      store.put("" + i, RuaMails.report(i), "tag" + i);
    }
  }

  @AfterEach
  void close() {
    store.close();
    S3Server.logOut();
  }

  private int ingest(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("ingest", "s3://rua", "--s3-endpoint", store.endpoint()));
    arguments.addAll(List.of("--wait", patience));
    arguments.addAll(List.of(more));
    return program.run(arguments.toArray(String[]::new));
  }

  private static void says(String text, String... words) {
    for (String word : words) {
      assertTrue(text.contains(word), text);
    }
  }

  private void oneLine(String... words) {
    says(program.err, words);
    assertEquals(1, program.err.lines().count(), program.err);
  }

  private long gets() {
    return store.asked.stream().filter(one -> one.matches("GET /rua/.+")).count();
  }

  @Test
  void allPagesAreReadAndWhatIsKnownIsNotFetched() {
    assertEquals(0, ingest(), program.err);
    says(program.out, "7 inputs: 7 with reports");
    store.asked.clear();
    store.put("8", RuaMails.report(8), "tag8");
    store.put("3", RuaMails.report(9), "another");
    assertEquals(0, ingest(), program.err);
    says(program.out, "2 inputs: 2 with reports");
    assertEquals(2, gets());
  }

  @Test
  void aCutIsGoneOnFrom() {
    store.put("big", RuaMails.report(10, 3_000), "big");
    store.cutAfter = 100_000;
    assertEquals(0, ingest(), program.err);
    says(program.out, "8 inputs: 8 with reports", "3007 records");
    assertTrue(gets() > 10, store.asked.toString());
  }

  @Test
  void whatCannotBeReadIsOneLineAndTheRestIsRead() {
    store.fail("GET /rua/1", 9, 403, "InvalidObjectState", "archived");
    store.fail("GET /rua/2", 9, 403, "AccessDenied", "no");
    store.fail("GET /rua/3", 9, 403, "AccessDenied", "no kms:Decrypt in the policy");
    store.fail("GET /rua/4", 9, 412, "PreconditionFailed", "another");
    store.fail("GET /rua/5", 9, 404, "NoSuchKey", "gone");
    assertEquals(0, ingest());
    says(program.out, "7 inputs: 2 with reports", "5 unreadable");
    says(
        program.err,
        "s3://rua/1: unreadable: cannot be read: lies in an archive (a Glacier class)",
        "s3://rua/2: unreadable: cannot be read: access denied; grant s3:GetObject",
        "s3://rua/3: unreadable: cannot be read: access denied; grant kms:Decrypt",
        "s3://rua/4: vanished: was changed while it was read; run again",
        "s3://rua/5: vanished: is gone since it was listed");
    assertEquals(5, program.err.lines().count(), program.err);
  }

  @Test
  void throttlingIsWaitedFor() {
    store.fail("GET /rua/2", 2, 503, "SlowDown", "less often");
    store.fail("GET /rua", 2, 503, "SlowDown", "less often");
    patience = "20s";
    assertEquals(0, ingest(), program.err);
    says(program.out, "7 inputs: 7 with reports");
  }

  @Test
  void aStoreThatGoesAwayEndsTheRun() {
    store.fail("GET /rua/4", 99, 503, "SlowDown", "less often");
    assertEquals(1, ingest());
    oneLine("s3://rua/: asks to be asked less often (SlowDown); try fewer --jobs or a longer");
    says(program.out, "3 inputs: 3 with reports");
    store.close();
    assertEquals(1, ingest());
    oneLine("s3://rua/: cannot be reached: connection refused");
  }

  @Test
  void theWrongRegionIsNamed() {
    store.fail("GET /rua", 9, 301, "PermanentRedirect", "elsewhere");
    assertEquals(1, ingest());
    oneLine("s3://rua/: lies in another region; set AWS_REGION=eu-west-1");
  }

  @Test
  void aBucketThatMayNotBeListedIsOneLine() {
    store.fail("GET /rua", 9, 403, "AccessDenied", "no");
    assertEquals(1, ingest());
    oneLine("s3://rua/: access denied; grant s3:ListBucket on the bucket");
  }

  @Test
  void whatWasChangedSinceItWasReadStays() {
    store.fail("HEAD /rua/2", 1, 412, "PreconditionFailed", "another");
    assertEquals(0, ingest("--after", "delete"), program.err);
    oneLine("s3://rua/2: was changed since it was read; it stays");
    assertEquals(List.of("2"), store.keys());
  }

  @Test
  void whatHasNoTagIsReadAndStays() {
    store.put("2", RuaMails.report(2), "none");
    assertEquals(0, ingest(), program.err);
    says(program.out, "7 inputs: 7 with reports");
    assertEquals(0, ingest(), program.err);
    says(program.out, "0 inputs");
    assertEquals(1, ingest("--after", "delete"));
    oneLine("objects were read, and could not be deleted: the store has no ETag of them");
    assertTrue(store.keys().contains("2"));
  }

  @Test
  void whatMayNotBeDeletedStays() {
    store.fail("DELETE /rua/1", 1, 403, "AccessDenied", "no");
    assertEquals(1, ingest("--after", "delete"));
    oneLine("objects were read, and could not be deleted: access denied; grant s3:DeleteObject");
    assertEquals(7, store.keys().size());
    assertEquals(0, ingest("--after", "delete"), program.err);
    says(program.out, "7 duplicates");
    assertEquals(List.of(), store.keys());
  }

  @Test
  void clearTextIsNotSentAcrossTheNet() {
    assertEquals(1, program.run("ingest", "s3://rua", "--s3-endpoint", "http://store.example.com"));
    oneLine("would be read in clear text; use https://");
    assertEquals(2, program.run("ingest", "s3://key:secret@rua/x"));
    says(program.err, "never from a URL");
    assertTrue(!program.err.contains("secret@"), program.err);
  }
}
