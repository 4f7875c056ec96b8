package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.InMemory;
import dmarcreports.Rua;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is purged is as if it had never been there. */
class PurgeTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

  @TempDir(factory = InMemory.class)
  Path folder;

  /** One report, and whether it is stored under a name that is read early. */
  private record Sent(String domain, String reporter, LocalDate day, List<String> records) {
    String id() {
      return reporter + "-" + domain + "-" + day;
    }
  }

  /** The program on a database of that name. */
  Program program(String db) {
    return new Program(folder, db);
  }

  private static List<Sent> random(Random random) {
    List<Sent> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      List<String> records = new ArrayList<>();
      for (int record = 0; record <= random.nextInt(4); record++) {
        records.add(
            Rua.record(
                    (random.nextBoolean() ? "192.0.2." : "198.51.100.") + (1 + random.nextInt(3)),
                    1 + random.nextInt(50),
                    random.nextBoolean() ? "amazonses.com" : "mailer.example",
                    random.nextBoolean() ? "example.com" : "other" + random.nextInt(5) + ".example")
                .replace("mfrom", random.nextBoolean() ? "mfrom" : "a scope of its own"));
      }
      Sent sent =
          new Sent(
              random.nextBoolean() ? "example.com" : "example.org",
              "mx" + random.nextInt(4) + ".example",
              FIRST.plusDays(random.nextInt(60)),
              records);
      if (all.stream().noneMatch(one -> one.id().equals(sent.id()))) {
        all.add(sent);
      }
    }
    return all;
  }

  private Path inbox(String name, List<Sent> sent) throws IOException {
    Path inbox = folder.resolve(name);
    Rua rua = new Rua(inbox);
    for (Sent one : sent) {
      rua.about(
          one.domain(), one.reporter(), one.day().toString(), one.records().toArray(String[]::new));
    }
    return inbox;
  }

  private String told(Program program) {
    return program.printed("export", "--format", "jsonl").replaceAll("\"input\":\"[^\"]*\"", "")
        + program.printed("analyze", "--all", "--format", "json")
        + program.printed("analyze", "--all");
  }

  private void isAsIfNeverThere(
      List<Sent> sent, Function<Sent, List<String>> rest, Predicate<Sent> kept, String... purge)
      throws IOException {
    Program program = program("all-db");
    program.run("ingest", inbox("all", sent).toString());
    String before = told(program);
    List<Sent> left =
        sent.stream()
            .filter(kept)
            .map(one -> new Sent(one.domain(), one.reporter(), one.day(), rest.apply(one)))
            .filter(one -> !one.records().isEmpty())
            .toList();
    Program without = program("without-db");
    without.run("ingest", inbox("without", left).toString());
    List<String> args = new ArrayList<>(List.of(purge));
    args.add(0, "purge");
    args.add("--dry-run");
    String announced = program.printed(args.toArray(String[]::new));
    assertEquals(before, told(program));
    args.remove("--dry-run");
    String done = program.printed(args.toArray(String[]::new));
    assertEquals(announced, "would " + done.replaceFirst("purged", "purge"));
    assertNotEquals(before, told(program));
    assertEquals(told(without), told(program));
    assertTrue(
        program
            .printed(args.toArray(String[]::new))
            .startsWith("purged 0 reports whole, 0 in part · 0 records, 0 messages"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void oldReports(long seed) throws IOException {
    List<Sent> sent = random(new Random(seed));
    LocalDate newest = sent.stream().map(Sent::day).max(LocalDate::compareTo).orElseThrow();
    LocalDate oldest = newest.minusDays(20);
    isAsIfNeverThere(
        sent, Sent::records, one -> !one.day().isBefore(oldest), "--older-than", "20d");
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void aReporter(long seed) throws IOException {
    isAsIfNeverThere(
        random(new Random(seed)),
        Sent::records,
        one -> !one.reporter().equals("mx2.example"),
        "--reporter",
        " MX2.example");
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void aReport(long seed) throws IOException {
    List<Sent> sent = random(new Random(seed));
    String id = sent.get(5).id();
    isAsIfNeverThere(sent, Sent::records, one -> !one.id().equals(id), "--report-id", id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "192.0.2.0/24", "198.51.100.2/31"})
  void aSource(String source) throws IOException {
    Predicate<String> doomed =
        switch (source) {
          case "192.0.2.1" -> record -> record.contains(">192.0.2.1<");
          case "192.0.2.0/24" -> record -> record.contains(">192.0.2.");
          default -> record -> record.matches("(?s).*>198\\.51\\.100\\.[23]<.*");
        };
    isAsIfNeverThere(
        random(new Random(source.hashCode())),
        one -> one.records().stream().filter(doomed.negate()).toList(),
        one -> true,
        "--source",
        source);
  }

  @Test
  void oneForgedAmongTenGoodLeavesTheTen() throws IOException {
    List<Sent> good = new ArrayList<>();
    for (int day = 0; day < 10; day++) {
      good.add(new Sent("example.com", "mx.example", FIRST.plusDays(day), List.of(Rua.ses(9))));
    }
    List<Sent> all = new ArrayList<>(good);
    all.add(new Sent("example.com", "forger.test", FIRST, List.of(Rua.stranger(999_999))));
    isAsIfNeverThere(all, Sent::records, good::contains, "--reporter", "forger.test");
  }

  @Test
  void whatWasPurgedMayComeAgainAndAPartStaysAway() throws IOException {
    Path inbox =
        inbox(
            "inbox",
            List.of(
                new Sent("example.com", "mx.example", FIRST, List.of(Rua.ses(5), Rua.stranger(7))),
                new Sent("example.com", "my.example", FIRST, List.of(Rua.ses(3)))));
    Program program = program("reports");
    program.run("ingest", inbox.toString());
    program.printed("purge", "--source", "198.51.100.7");
    program.printed("purge", "--reporter", "my.example");
    program.run("ingest", inbox.toString());
    assertTrue(program.out.contains(" 1 stored, 1 duplicate, 0 conflicts"), program.out);
    assertEquals(2, program.printed("export", "--format", "jsonl").lines().count());
  }

  @Test
  void theReportThatWasInConflictCountsOnceTheOtherIsGone() throws IOException {
    Path inbox =
        inbox("a", List.of(new Sent("example.com", "mx.example", FIRST, List.of(Rua.ses(5)))));
    Path other =
        inbox("b", List.of(new Sent("example.com", "mx.example", FIRST, List.of(Rua.stranger(8)))));
    Program program = program("reports");
    program.run("ingest", inbox.toString(), other.toString());
    assertTrue(program.out.contains("1 conflict"), program.out);
    program.printed("purge", "--source", "192.0.2.0/24");
    Program without = program("without-db");
    without.run("ingest", other.toString());
    assertEquals(told(without), told(program));
  }

  @Test
  void theFileUsesItsSpaceAgain() throws IOException {
    Random random = new Random(9);
    List<Sent> sent = new ArrayList<>();
    for (int day = 0; day < 60; day++) {
      List<String> records = new ArrayList<>();
      for (int record = 0; record < 100; record++) {
        records.add(
            Rua.record("192.0.2." + record, 1, "s" + random.nextInt() + ".example", "example.com"));
      }
      sent.add(new Sent("example.com", "mx.example", FIRST.plusDays(day), records));
    }
    Path inbox = inbox("inbox", sent);
    Program program = new Program(folder, "reports");
    program.run("ingest", inbox.toString());
    long once = Files.size(folder.resolve("reports.mv.db"));
    for (int round = 0; round < 4; round++) {
      program.printed("purge", "--reporter", "mx.example");
      assertEquals("", program.printed("export", "--format", "jsonl"));
      program.run("ingest", inbox.toString());
    }
    long again = Files.size(folder.resolve("reports.mv.db"));
    assertTrue(again < 2 * once, once + " bytes, then " + again);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--source x.example",
        "--source 1.2.3.4/33",
        "--older-than 5h",
        "",
        "--reporter a --report-id b"
      })
  void isNoChoice(String arguments) {
    String[] args = ("purge " + arguments).strip().split(" ");
    assertEquals(2, new Program(folder, "reports").run(args));
  }
}
