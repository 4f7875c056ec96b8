package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jar in processes of its own. */
class JarIT {
  private static final int MANY = 2_000;

  @TempDir Path folder;

  private record Run(int code, String out, String err) {}

  private ProcessBuilder jar(String... args) {
    List<String> command = new ArrayList<>(List.of(Jar.JAVA, "-Xmx256m"));
    command.addAll(FastStart.options());
    command.addAll(List.of("-jar", Jar.FILE.toString()));
    command.addAll(List.of(args));
    return builder(command);
  }

  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", folder.toString());
    builder.environment().remove("DMARC_REPORTS_DB");
    return builder;
  }

  private Run run(ProcessBuilder builder) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    Run run = new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    assertFalse(run.err.contains("\tat "), run.err);
    return run;
  }

  private static void report(Path file, int number) throws IOException {
    Files.writeString(
        file,
        ReportXml.of(number, ReportXml.record("192.0.2.1", 1, "a.example").repeat(5)),
        StandardCharsets.UTF_8);
  }

  private Path manyReports() throws IOException {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    for (int i = 0; i < MANY; i++) {
      report(inbox.resolve(i + ".xml"), i);
    }
    return inbox;
  }

  private long exportedLines(Path db) throws Exception {
    Run export = run(jar("export", "--format", "jsonl", "--db", db.toString()));
    assertEquals(0, export.code, export.err);
    return export.out.lines().count();
  }

  @Test
  void sampleReportsAreStoredOnce() throws Exception {
    String db = folder.resolve("reports").toString();
    Run first = run(jar("ingest", "sample-reports", "--db", db));
    assertEquals(0, first.code, first.err);
    assertEquals(
        "29 inputs: 26 with reports, 2 not a report, 0 unreadable, 1 wholly discarded"
            + " · 30 documents: 28 stored, 1 duplicate, 0 conflicts, 1 discarded · 95 records, 1846 messages · "
            + db
            + ".mv.db\n",
        first.out);
    assertEquals(1, first.err.lines().count());
    assertTrue(first.err.contains("isp-truncated.xml.gz: truncated: "), first.err);
    Run second = run(jar("ingest", "sample-reports", "--db", db, "--fail-on-discard"));
    assertEquals(3, second.code);
    assertTrue(second.out.contains(" 0 stored, 29 duplicates, 0 conflicts, 1 discarded "));
  }

  @Test
  void discardsAreListedAndReadAgain() throws Exception {
    String db = folder.resolve("reports").toString();
    Path quarantine = folder.resolve("quarantine");
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    Path sample = Path.of("sample-reports/isp-truncated.xml.gz");
    Files.copy(sample, inbox.resolve("truncated.xml.gz"));
    run(jar("ingest", inbox.toString(), "--db", db, "--quarantine", quarantine.toString()));
    assertEquals(0, inbox.toFile().list().length);
    Run list = run(jar("discards", "--db", db));
    assertEquals(0, list.code, list.err);
    assertTrue(list.out.contains("in " + quarantine.resolve("truncated.xml.gz")), list.out);
    report(quarantine.resolve("truncated.xml.gz"), 1);
    Run retry = run(jar("discards", "--retry", "--db", db));
    assertTrue(retry.out.contains(" 1 stored, 0 duplicates, 0 conflicts, 0 discarded"), retry.out);
    assertEquals("", run(jar("discards", "--db", db)).out);
    assertEquals(5, exportedLines(Path.of(db)));
  }

  @Test
  void aPurgeKilledAtAnyMomentIsFinishedByAnother() throws Exception {
    Path inbox = manyReports();
    Path db = folder.resolve("purged");
    assertEquals(0, run(jar("ingest", inbox.toString(), "--db", db.toString())).code);
    ProcessBuilder purge = jar("purge", "--reporter", "mx.example.net", "--db", db.toString());
    Random random = new Random(7);
    for (int kill = 0; kill < 4; kill++) {
      Process process =
          purge
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.waitFor(900 + random.nextInt(600), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      assertEquals(0, exportedLines(db) % 5);
    }
    assertEquals(0, run(purge).code);
    assertEquals(0, exportedLines(db));
    Run again = run(jar("ingest", inbox.toString(), "--db", db.toString()));
    assertTrue(again.out.contains(" " + MANY + " stored, 0 duplicates"), again.out);
    assertEquals(5L * MANY, exportedLines(db));
  }

  @Test
  void killedAtAnyMomentItLosesNothingThatItSpokeOf() throws Exception {
    Path inbox = manyReports();
    Path db = folder.resolve("killed");
    Random random = new Random(4);
    for (int kill = 0; kill < 3; kill++) {
      Process process =
          jar("ingest", inbox.toString(), "--db", db.toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.waitFor(700 + random.nextInt(2000), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    }
    Run last = run(jar("ingest", inbox.toString(), "--db", db.toString()));
    assertEquals(0, last.code, last.err);
    assertTrue(last.out.startsWith(MANY + " inputs: " + MANY + " with reports"), last.out);
    assertEquals(5L * MANY, exportedLines(db));
  }

  @Test
  void killedAtAnyMomentEachFileIsInTheMailboxOrInTheDatabase() throws Exception {
    Path inbox = manyReports();
    Path db = folder.resolve("moved");
    ProcessBuilder delete =
        jar("ingest", inbox.toString(), "--db", db.toString(), "--after", "delete");
    Random random = new Random(6);
    long left = MANY;
    for (int kill = 0; kill < 6; kill++) {
      Process process =
          delete
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.waitFor(1500 + random.nextInt(1500), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      left = inbox.toFile().list().length;
      if (left < MANY) {
        assertTrue(exportedLines(db) >= 5L * (MANY - left));
      }
    }
    Run last = run(delete);
    assertEquals(0, last.code, last.err);
    assertTrue(last.out.startsWith(left + " inputs: " + left + " with reports"), last.out);
    assertEquals(0, inbox.toFile().list().length);
    assertEquals(5L * MANY, exportedLines(db));
  }

  @Test
  void twoRunsAtOnceStoreEachReportOnce() throws Exception {
    Path inbox = manyReports();
    Path db = folder.resolve("shared");
    ProcessBuilder other = jar("ingest", inbox.toString(), "--db", db.toString());
    Process process =
        other
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Run mine = run(jar("ingest", inbox.toString(), "--db", db.toString()));
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue());
    assertEquals(0, mine.code, mine.err);
    assertEquals(5L * MANY, exportedLines(db));
  }

  @Test
  void whoeverReadsTheOutputMayGoAway() throws Exception {
    String db = folder.resolve("piped").toString();
    assertEquals(0, run(jar("ingest", "sample-reports", "--db", db)).code);
    String command =
        Jar.JAVA
            + " -jar '"
            + Jar.FILE
            + "' export --db '"
            + db
            + "' | head -n 1; echo ${PIPESTATUS[0]} >&2";
    Run piped = run(builder(List.of("bash", "-c", command)));
    assertTrue(piped.out.startsWith("policy_domain,reporter,"), piped.out);
    assertEquals("0\n", piped.err);
  }

  /** Whatever is on its way to name servers. */
  @Test
  void aSignalEndsALookUpWithinSeconds() throws Exception {
    Path mail = folder.resolve("m.eml");
    Files.writeString(mail, new SmallMail("").signed("example.com", "s1").text());
    try (LyingDns silent = new LyingDns((query, empty, tcp) -> null)) {
      String asking = " --timeout 5m --nameserver " + silent.address();
      for (String arguments : List.of("check example.com", "explain " + mail + " --dns")) {
        int asked = silent.asked();
        List<String> words = List.of((arguments + asking).split(" "));
        Process process = jar(words.toArray(String[]::new)).start();
        for (int i = 0; silent.asked() == asked && i < 600; i++) {
          Thread.sleep(100);
        }
        process.destroy();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), arguments);
        assertEquals(128 + 15, process.exitValue());
      }
    }
  }

  @Test
  void aFullDiskIsOneLineAndTheDatabaseOpensAfterwards() throws Exception {
    Path db = folder.resolve("full");
    assertEquals(0, run(jar("ingest", "sample-reports", "--db", db.toString())).code);
    long before = exportedLines(db);
    Path inbox = manyReports();
    long blocks = Files.size(folder.resolve("full.mv.db")) / 1024 + 40;
    String command =
        "ulimit -f "
            + blocks
            + "; exec "
            + Jar.JAVA
            + " -jar '"
            + Jar.FILE
            + "' ingest '"
            + inbox
            + "' --db '"
            + db
            + "'";
    Run full = run(builder(List.of("bash", "-c", command)));
    assertEquals(1, full.code, full.err);
    assertEquals(1, full.err.lines().count(), full.err);
    Run again = run(jar("ingest", inbox.toString(), "--db", db.toString()));
    assertEquals(0, again.code, again.err);
    assertEquals(before + 5L * MANY, exportedLines(db));
  }

  private ProcessBuilder nightly(Path inbox) {
    return jar(
        "nightly",
        inbox.toString(),
        "--db",
        folder.resolve("nights").toString(),
        "--out",
        folder.resolve("findings").toString());
  }

  @Test
  void nightlyKilledAtAnyMomentTellsWhatItHasNotTold() throws Exception {
    Rua rua = new Rua(folder.resolve("rua"));
    rua.report("mx.example.net", "2026-11-20", Rua.ses(50), Rua.easyDkim(50));
    assertTrue(run(nightly(rua.directory())).out.contains("; first digest; "));
    rua.report("mx.example.net", "2026-11-21", Rua.stranger(7));
    Path printed = folder.resolve("printed");
    Random random = new Random(5);
    for (int kill = 0; kill < 4; kill++) {
      Process process =
          nightly(rua.directory())
              .redirectOutput(ProcessBuilder.Redirect.appendTo(printed.toFile()))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.waitFor(500 + random.nextInt(3000), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    }
    Run last = run(nightly(rua.directory()));
    assertEquals(0, last.code, last.err);
    String all = Files.readString(printed) + last.out;
    assertTrue(all.contains("new source  example.com: mailer.example "), all);
    assertTrue(all.contains("2026-11-21: 1 report, 7 messages"), all);
    assertEquals(1, run(nightly(rua.directory())).out.lines().count());
  }

  @Test
  void aDigestThatNobodyGotIsToldAgain() throws Exception {
    Rua rua = new Rua(folder.resolve("rua"));
    rua.report("mx.example.net", "2026-11-20", Rua.ses(50));
    String full =
        String.join(
                " ", nightly(rua.directory()).command().stream().map(a -> "'" + a + "'").toList())
            + " > /dev/full";
    Run lost = run(builder(List.of("bash", "-c", full)));
    assertEquals(1, lost.code);
    assertEquals(1, lost.err.lines().count(), lost.err);
    assertTrue(run(nightly(rua.directory())).out.contains("; first digest; "));
  }

  @Test
  void ofTwoNightsAtOnceTheSecondWaitsAndHasNothingNewToTell() throws Exception {
    Rua rua = new Rua(folder.resolve("rua"));
    rua.report("mx.example.net", "2026-11-20", Rua.ses(50));
    Path other = folder.resolve("other");
    Process process = nightly(rua.directory()).redirectOutput(other.toFile()).start();
    Run mine = run(nightly(rua.directory()));
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    assertEquals(0, mine.code, mine.err);
    assertEquals(0, process.exitValue());
    String both = mine.out + Files.readString(other);
    assertEquals(2, both.split("; first digest; ").length, both);
    assertEquals(2, both.split("; nothing new; ").length, both);
  }

  @Test
  void helpNamesWhatIsThere() throws Exception {
    Run help = run(jar("--help"));
    assertEquals(0, help.code);
    for (String command :
        List.of(
            "ingest",
            "analyze",
            "explain",
            "check",
            "nightly",
            "export",
            "status",
            "discards",
            "purge")) {
      assertTrue(help.out.contains("  " + command + " "), help.out);
      assertTrue(run(jar(command, "--help")).out.contains("Example:"));
    }
    assertEquals("dmarc-reports 1.0.0\n", run(jar("--version")).out);
  }
}
