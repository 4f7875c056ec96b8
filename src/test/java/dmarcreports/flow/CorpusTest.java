package dmarcreports.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dmarcreports.mail.Limits;
import dmarcreports.mail.Opener;
import dmarcreports.mailbox.FileMailbox;
import dmarcreports.report.PolicyEvaluated.Verdict;
import dmarcreports.store.Databases;
import dmarcreports.store.ReportReader;
import dmarcreports.store.ReportStore;
import dmarcreports.store.Selection;
import dmarcreports.store.open.Database;
import dmarcreports.stored.StoredReport;
import dmarcreports.xml.ReportParser;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored of reports as they were really sent, where the corpus is at hand. */
class CorpusTest {
  private static final Path CORPUS = Path.of("../shared/corpus");
  private static final Path EXPECTED = CORPUS.resolve("expected.tsv");
  private static final Selection ALL = new Selection(Optional.empty(), Optional.empty(), Set.of());

  private final ReportParser parser = new ReportParser();
  private int databases;

  @TempDir Path folder;

  @Test
  void eachFileGivesItsReportsAndNoOthers() throws Exception {
    assumeTrue(Files.exists(EXPECTED));
    Map<String, Set<String>> reports = new LinkedHashMap<>();
    Map<String, String> classes = new HashMap<>();
    List<String> lines = Files.readAllLines(EXPECTED);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Set<String> expected = reports.computeIfAbsent(cells[0], one -> new TreeSet<>());
      classes.put(cells[0], cells[11]);
      if (!cells[1].equals("0")) {
        expected.add(String.join("|", List.of(cells).subList(3, 11)));
      }
    }
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Set<String>> file : reports.entrySet()) {
      String kind = classes.get(file.getKey());
      Set<String> found = new TreeSet<>();
      Ledger ledger = read(CORPUS.resolve(file.getKey()), found);
      boolean discarded = ledger.hasDiscards() && found.isEmpty();
      boolean right =
          switch (kind) {
            case "ok" ->
                found.equals(withRecords(file.getValue()))
                    && ledger.json("", 0).get("stored").equals((long) file.getValue().size());
            case "recoverable", "optional" -> found.equals(file.getValue()) || discarded;
            case "not-a-report" -> found.isEmpty();
            default -> discarded;
          };
      if (!right) {
        wrong.add(kind + " " + file + " but " + found + " " + ledger.line(""));
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  /** A report without records is stored, but no record leads to it. */
  private static Set<String> withRecords(Set<String> reports) {
    Set<String> some = new TreeSet<>(reports);
    some.removeIf(report -> report.endsWith("|0|0|0"));
    return some;
  }

  private Ledger read(Path file, Set<String> found) throws Exception {
    Database database = Databases.parse(folder.resolve("corpus" + databases++).toString());
    Ledger ledger;
    try (ReportStore store =
        ReportStore.open(database, Duration.ZERO, Instant.parse("2026-11-24T00:00:00Z"), "test")) {
      FileMailbox mailbox = FileMailbox.of(List.of(file.toString()), InputStream.nullInputStream());
      ledger =
          new Ingest(store, new Opener(Limits.defaults()), line -> {}, OwnDomains.ANY, parser)
              .run(mailbox, new Progress(null));
      store.finish(Instant.EPOCH);
    }
    Map<StoredReport, long[]> sums = new LinkedHashMap<>();
    try (ReportReader reader = ReportReader.open(database, Duration.ZERO)) {
      reader.records(
          ALL,
          (report, record) -> {
            long[] sum = sums.computeIfAbsent(report, one -> new long[3]);
            sum[0]++;
            sum[1] += record.messages();
            var verdict = record.evidence().policyEvaluated();
            Optional<Verdict> pass = Optional.of(Verdict.PASS);
            if (verdict.dkim().equals(pass) || verdict.spf().equals(pass)) {
              sum[2] += record.messages();
            }
          });
    }
    sums.forEach(
        (report, sum) -> {
          var metadata = report.report().metadata();
          var window = report.report().window();
          found.add(
              metadata.orgName()
                  + "|"
                  + metadata.reportId()
                  + "|"
                  + report.report().policyPublished().domain()
                  + "|"
                  + window.begin().getEpochSecond()
                  + "|"
                  + window.end().getEpochSecond()
                  + "|"
                  + sum[0]
                  + "|"
                  + sum[1]
                  + "|"
                  + sum[2]);
        });
    return ledger;
  }
}
