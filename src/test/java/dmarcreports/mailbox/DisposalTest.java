package dmarcreports.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.Rua;
import dmarcreports.command.Program;
import dmarcreports.flow.Ingest;
import dmarcreports.flow.OwnDomains;
import dmarcreports.flow.Progress;
import dmarcreports.mail.Input;
import dmarcreports.mail.Limits;
import dmarcreports.mail.Opener;
import dmarcreports.store.Databases;
import dmarcreports.store.ReportStore;
import dmarcreports.store.open.Database;
import dmarcreports.xml.ReportParser;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of files once they are read. */
class DisposalTest {
  private static final Path TRUNCATED = Path.of("sample-reports/isp-truncated.xml.gz");
  private static final Path NO_REPORT = Path.of("sample-reports/colleague-ordinary-mail.eml");

  @TempDir Path folder;
  private Path inbox;
  private Path done;
  private Path quarantine;
  private Program program;

  @BeforeEach
  void fill() throws IOException {
    inbox = folder.resolve("inbox");
    done = folder.resolve("done");
    quarantine = folder.resolve("quarantine");
    program = new Program(folder, "reports");
    new Rua(inbox).report("mx.example.net", "2026-11-20", Rua.ses(5));
    new Rua(inbox.resolve("new")).report("mx.example.org", "2026-11-20", Rua.ses(7));
    Files.copy(TRUNCATED, inbox.resolve("truncated.xml.gz"));
    Files.copy(NO_REPORT, inbox.resolve("colleague.eml"));
  }

  private static Set<String> files(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.walk(directory)) {
      return new TreeSet<>(
          all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
              .map(file -> directory.relativize(file).toString())
              .toList());
    }
  }

  private String ingest(String... more) {
    List<String> args = new ArrayList<>(List.of("ingest", inbox.toString()));
    args.addAll(List.of(more));
    assertEquals(0, program.run(args.toArray(String[]::new)), program.err);
    return program.out;
  }

  @Test
  void everythingStaysUnlessAskedFor() throws IOException {
    Set<String> before = files(inbox);
    ingest();
    assertEquals(before, files(inbox));
  }

  @Test
  void onlyWhatIsStoredWholeIsDeleted() throws IOException {
    String kept = ingest();
    String again = ingest("--after", "delete");
    assertEquals(Set.of("colleague.eml", "truncated.xml.gz"), files(inbox));
    assertTrue(kept.contains(" 2 stored, 0 duplicates"), kept);
    assertTrue(again.contains(" 0 stored, 2 duplicates"), again);
  }

  @Test
  void whatIsMovedIsAllThereAndItsOwnersAlone() throws IOException {
    Path report = inbox.resolve("mx.example.net-example.com-2026-11-20.xml");
    String text = Files.readString(report);
    ingest("--after", "move:" + done);
    assertEquals(Set.of("colleague.eml", "truncated.xml.gz"), files(inbox));
    assertEquals(text, Files.readString(done.resolve(report.getFileName())));
    assertEquals(2, files(done).size());
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(done)));
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Files.createDirectory(done);
    String name = "mx.example.net-example.com-2026-11-20.xml";
    Files.writeString(done.resolve(name), "another");
    Files.writeString(done.resolve(name + ".2"), "a third");
    ingest("--after", "move:" + done);
    assertEquals("another", Files.readString(done.resolve(name)));
    assertEquals("a third", Files.readString(done.resolve(name + ".2")));
    assertTrue(Files.readString(done.resolve(name + ".3")).startsWith("<feedback>"));
  }

  @Test
  void acrossFileSystemsItIsCopiedFirst() throws IOException {
    Path memory = Path.of("/dev/shm");
    Assumptions.assumeTrue(Files.isWritable(memory));
    FileStore here = Files.getFileStore(folder);
    Assumptions.assumeFalse(here.equals(Files.getFileStore(memory)));
    Path there = Files.createTempDirectory(memory, "moved");
    try {
      Path report = inbox.resolve("mx.example.net-example.com-2026-11-20.xml");
      String text = Files.readString(report);
      ingest("--after", "move:" + there);
      Path moved = there.resolve(report.getFileName());
      assertEquals(text, Files.readString(moved));
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(moved)));
      assertEquals(Set.of("colleague.eml", "truncated.xml.gz"), files(inbox));
    } finally {
      for (String file : files(there)) {
        Files.delete(there.resolve(file));
      }
      Files.delete(there);
    }
  }

  @Test
  void whatWasDiscardedGoesToTheQuarantineAndNowhereElse() throws IOException {
    String plain = ingest();
    ingest("--after", "delete", "--quarantine", quarantine.toString());
    assertEquals(Set.of("colleague.eml"), files(inbox));
    assertEquals(Set.of("truncated.xml.gz"), files(quarantine));
    assertTrue(plain.contains("1 discarded"));
    assertTrue(program.out.contains(" 2 duplicates, 0 conflicts, 1 discarded"), program.out);
  }

  @Test
  void oneBadMailAmongManyPutsTheWholeMailboxAsideAndLosesNone() throws IOException {
    StringBuilder mbox = new StringBuilder();
    for (int mail = 0; mail < 100; mail++) {
      Path one = folder.resolve("one");
      new Rua(one).report("mx" + mail + ".example", "2026-11-20", Rua.ses(1));
      String report =
          Files.readString(one.resolve("mx" + mail + ".example-example.com-2026-11-20.xml"));
      mbox.append("From a@b Mon Nov 23 10:00:00 2026\nFrom: a@b\nContent-Type: text/xml\n\n")
          .append(mail == 50 ? report.substring(0, report.length() / 2) : report)
          .append("\n\n");
    }
    Path all = Files.createDirectory(folder.resolve("mail")).resolve("mbox");
    Files.writeString(all, mbox);
    String[] args = {
      "ingest", all.toString(), "--after", "delete", "--quarantine", quarantine.toString()
    };
    assertEquals(0, program.run(args), program.err);
    assertTrue(program.out.contains("99 stored"), program.out);
    assertEquals(Set.of("mbox"), files(quarantine));
    assertEquals(Set.of(), files(all.getParent()));
  }

  @Test
  void aConflictStays() throws IOException {
    ingest();
    Path report = inbox.resolve("mx.example.net-example.com-2026-11-20.xml");
    Files.writeString(
        report, Files.readString(report).replace("<count>5</count>", "<count>6</count>"));
    ingest("--after", "delete");
    assertTrue(program.out.contains("1 conflict"), program.out);
    assertTrue(files(inbox).contains(report.getFileName().toString()));
  }

  @Test
  void whatChangesWhileItIsReadStays() throws IOException {
    Path report = inbox.resolve("mx.example.net-example.com-2026-11-20.xml");
    List<String> notes = new ArrayList<>();
    Database database = Databases.parse(folder.resolve("reports").toString());
    try (ReportStore store = ReportStore.open(database, Duration.ZERO, Instant.EPOCH, "test")) {
      Disposal disposal =
          new FileDisposal(
              new Handling(
                  After.DELETE,
                  Optional.empty(),
                  store.mailboxes(),
                  store::commit,
                  (from, to) -> {},
                  place -> {},
                  notes::add,
                  notes::add));
      Ingest ingest =
          new Ingest(
              store, new Opener(Limits.defaults()), line -> {}, OwnDomains.ANY, new ReportParser());
      Iterable<Input> inputs =
          () ->
              Stream.of(0, 1)
                  .map(
                      number -> {
                        if (number == 1) {
                          append(report);
                        }
                        return Input.of(number == 0 ? report : inbox.resolve("colleague.eml"));
                      })
                  .iterator();
      ingest.run(inputs, disposal, new Progress(null), 1);
      store.finish(Instant.EPOCH);
    }
    assertTrue(Files.exists(report));
    assertEquals(List.of(report + ": stays where it is: it has changed since it was read"), notes);
  }

  private static void append(Path file) {
    try {
      Files.writeString(file, "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aLinkStaysAndSoDoesWhatItPointsTo() throws IOException {
    Path report = inbox.resolve("mx.example.net-example.com-2026-11-20.xml");
    Path elsewhere = folder.resolve("elsewhere.xml");
    Files.move(report, elsewhere);
    Files.createSymbolicLink(report, elsewhere);
    assertEquals(0, program.run("ingest", report.toString(), "--after", "delete"), program.err);
    assertTrue(Files.isSymbolicLink(report));
    assertTrue(Files.exists(elsewhere));
    assertTrue(program.err.contains(report + ": stays where it is: it is a link"), program.err);
  }

  @Test
  void aDirectoryThatWouldBeReadIsRefused() {
    for (String option : List.of("--after=move:" + inbox + "/a/b", "--quarantine=" + inbox)) {
      assertEquals(2, program.run("ingest", inbox.toString(), option));
      assertTrue(program.err.contains("would be read"), program.err);
    }
    assertEquals(2, program.run("ingest", inbox.toString(), "--after", "burn"));
    assertTrue(program.err.contains("write keep, move:DIR or delete"), program.err);
  }

  @Test
  void whatCannotBeRemovedIsToldAndEndsWithOne() throws IOException {
    Path locked = inbox.resolve("new");
    Assumptions.assumeFalse("root".equals(System.getProperty("user.name")));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-x------"));
    try {
      assertEquals(1, program.run("ingest", inbox.toString(), "--after", "delete"));
      assertTrue(program.err.contains("could not be removed: not permitted"), program.err);
      assertTrue(program.out.contains("2 stored"), program.out);
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void nightlyDoesTheSame() throws IOException {
    String[] args = {
      "nightly",
      inbox.toString(),
      "--out",
      folder.resolve("out").toString(),
      "--after",
      "move:" + done
    };
    assertEquals(0, program.run(args), program.err);
    assertEquals(2, files(done).size());
    assertEquals(Set.of("colleague.eml", "truncated.xml.gz"), files(inbox));
  }
}
