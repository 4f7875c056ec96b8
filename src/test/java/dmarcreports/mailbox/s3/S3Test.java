package dmarcreports.mailbox.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.S3Server;
import dmarcreports.command.Program;
import dmarcreports.mailbox.imap.RuaMails;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Buckets of a real server, over TLS. */
class S3Test {
  @TempDir Path folder;
  private S3Server server;
  private S3Server.Bucket bucket;
  private Program program;

  @BeforeEach
  void open() {
    server = S3Server.shared();
    S3Server.logIn();
    bucket = server.bucket();
    program = new Program(folder, "reports");
    for (int i = 1; i <= 3; i++) {
      bucket.put("rua/" + i, RuaMails.report(i));
    }
    bucket.put("rua/four", RuaMails.ordinary(4));
    bucket.put("rua/ö ?#%+/five", RuaMails.broken(5));
    bucket.put("rua/AMAZON_SES_SETUP_NOTIFICATION", RuaMails.report(6));
    bucket.put("other/7", RuaMails.report(7));
  }

  @AfterEach
  void logOut() {
    S3Server.logOut();
  }

  private int run(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--s3-endpoint", server.endpoint()));
    arguments.addAll(List.of("--tls-ca", server.authority().toString()));
    arguments.addAll(List.of(more));
    return program.run(arguments.toArray(String[]::new));
  }

  private static void says(String text, String... words) {
    for (String word : words) {
      assertTrue(text.contains(word), text);
    }
  }

  @Test
  void eachObjectIsReadOnce() {
    assertEquals(0, run("ingest", bucket.url("rua/")), program.err);
    says(program.out, "5 inputs: 3 with reports, 1 not a report, 0 unreadable, 1 wholly");
    assertEquals(0, run("ingest", bucket.url("rua/")), program.err);
    says(program.out, "0 inputs");
    bucket.put("rua/2", RuaMails.report(8, 20_000));
    assertEquals(0, run("ingest", bucket.url("rua/"), "--jobs", "4"), program.err);
    says(program.out, "1 input", "1 stored", "20000 records");
    assertEquals(7, bucket.objects().size());
  }

  @Test
  void theWholeBucketIsReadWithoutAPrefix() {
    assertEquals(0, run("ingest", "s3://" + bucket.name()), program.err);
    says(program.out, "6 inputs: 4 with reports");
    assertEquals(0, run("ingest", bucket.url("rua/")), program.err);
    says(program.out, "0 inputs");
  }

  @Test
  void whatWasDiscardedIsFetchedAgainByRetry() {
    assertEquals(0, run("ingest", bucket.url("rua/"), "--max-document-size", "300"), program.err);
    says(program.printed("discards"), "too_large " + bucket.url("rua/1"));
    says(program.printed("discards"), bucket.url("rua/ö %3F%23%25+/five"));
    assertEquals(0, run("discards", "--retry"), program.err);
    says(program.out, "4 inputs", "3 stored");
  }

  @Test
  void whatIsStoredIsDeleted() {
    assertEquals(0, run("ingest", bucket.url("rua/")), program.err);
    assertEquals(0, run("ingest", bucket.url("rua/"), "--after", "delete"), program.err);
    says(program.out, "3 inputs", "3 duplicates");
    assertEquals(
        Set.of("rua/four", "rua/ö ?#%+/five", "rua/AMAZON_SES_SETUP_NOTIFICATION", "other/7"),
        bucket.objects().keySet());
    assertEquals(0, run("ingest", bucket.url("rua/"), "--after", "delete"), program.err);
    says(program.out, "0 inputs");
  }

  @Test
  void whatIsStoredIsMovedAndNotReadThere() {
    bucket.put("rua/done/1", RuaMails.report(1, 9));
    String[] ingest = {
      bucket.url("rua/"), "--after", "move:rua/done", "--quarantine", "rua/broken/"
    };
    assertEquals(0, run("ingest", ingest), program.err);
    says(program.out, "5 inputs");
    Set<String> keys = bucket.objects().keySet();
    assertEquals(9 - 1, keys.size(), keys.toString());
    says(keys.toString(), "rua/done/1,", "rua/done/1.", "rua/done/2", "rua/done/3");
    says(keys.toString(), "rua/broken/ö ?#%+/five", "rua/four");
    assertEquals(0, run("ingest", ingest), program.err);
    says(program.out, "0 inputs");
    says(program.printed("discards"), bucket.url("rua/broken/ö %3F%23%25+/five"));
    assertEquals(0, run("discards", "--retry"), program.err);
    says(program.out, "1 input");
  }

  @Test
  void whatIsDiscardedStays() {
    assertEquals(0, run("ingest", bucket.url("rua/"), "--after", "move:done"), program.err);
    Set<String> keys = bucket.objects().keySet();
    says(keys.toString(), "done/1", "done/2", "done/3", "rua/ö ?#%+/five", "rua/four");
    assertEquals(7, keys.size());
  }

  private void isOneLine(int code, String... words) {
    assertEquals(1, code);
    says(program.err, words);
    assertEquals(1, program.err.lines().count(), program.err);
  }

  @Test
  void theCertificateIsChecked() {
    isOneLine(
        program.run("ingest", bucket.url("rua/"), "--s3-endpoint", server.endpoint()),
        bucket.url("rua/") + ": its certificate is not of an authority that is trusted");
  }

  @Test
  void whoeverIsNotKnownIsTold() {
    isOneLine(run("ingest", "s3://no-such-bucket/rua/"), "there is no such bucket");
    S3Server.logIn("wrong");
    isOneLine(run("ingest", bucket.url("rua/")), "refuses the credentials (SignatureDoesNotMatch)");
    S3Server.logOut();
    isOneLine(run("ingest", bucket.url("rua/")), "no credentials; set AWS_PROFILE");
  }
}
