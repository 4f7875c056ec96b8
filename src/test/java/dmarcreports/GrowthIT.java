package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.AuthResults;
import dmarcreports.report.DateRange;
import dmarcreports.report.Disposition;
import dmarcreports.report.DkimResult;
import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import dmarcreports.report.Identifiers;
import dmarcreports.report.Origin;
import dmarcreports.report.PolicyEvaluated;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.ReportFormat;
import dmarcreports.report.ReportMetadata;
import dmarcreports.report.Reports;
import dmarcreports.report.SourceIp;
import dmarcreports.report.SpfResult;
import dmarcreports.store.Databases;
import dmarcreports.store.ReportSaver;
import dmarcreports.store.ReportStore;
import dmarcreports.store.open.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the real jar takes for a few more reports hardly grows with those that are stored, and no
 * faster than the file. {@code -Dreports=1000000} for a larger database.
 */
class GrowthIT {
  private static final int REPORTS = Integer.getInteger("reports", 20_000);
  private static final int TIMES = 10;
  private static final int RUNS = 3;
  private static final int A_DAY = 1_000;
  private static final int FEW = 10;
  private static final int MANY = 1_000;
  private static final double NEARLY_THE_SAME = 1.6;

  /** At most so many CPU seconds for each GiB of the file, which is opened, checked and sealed. */
  private static final double A_GIBIBYTE = 3;

  @TempDir(factory = InMemory.class)
  Path folder;

  private Jar jar;
  private int given;

  /** CPU seconds of a run of ingest, of all its threads, and seconds from start to end. */
  private record Cost(double cpu, double wall) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.2f CPU-s, %.2f s", cpu, wall);
    }
  }

  @BeforeEach
  void begin() throws IOException {
    jar = new Jar(folder);
  }

  @Test
  void aFewMoreReportsCostTheSameWhateverIsStored() throws Exception {
    fill("small", REPORTS / TIMES);
    fill("large", REPORTS);
    compare(FEW);
    compare(MANY);
  }

  private void compare(int more) throws IOException, InterruptedException {
    Cost small = least("small", more);
    Cost large = least("large", more);
    System.out.printf(
        "%d more reports into %d: %s; into %d: %s%n", more, REPORTS / TIMES, small, REPORTS, large);
    double gibibytes = Files.size(folder.resolve("large.mv.db")) / (double) (1 << 30);
    double most = small.cpu * NEARLY_THE_SAME + gibibytes * A_GIBIBYTE;
    assertTrue(large.cpu < most, large + " is more than " + most + " CPU-s");
  }

  /** Of some runs, the one that others disturbed least. */
  private Cost least(String db, int more) throws IOException, InterruptedException {
    Cost least = new Cost(Double.MAX_VALUE, Double.MAX_VALUE);
    for (int run = 0; run < RUNS; run++) {
      Path inbox = Files.createDirectory(folder.resolve("inbox"));
      NumberedReports.write(inbox, given, given + more);
      given += more;
      Jar.Run ingest =
          jar.shell("TIMEFORMAT='%U %S %R'; time jar ingest inbox --after delete -q --db " + db);
      assertEquals(0, ingest.code(), ingest.err());
      Files.delete(inbox);
      String[] seconds = ingest.err().strip().split(" ");
      double cpu = Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1]);
      if (cpu < least.cpu) {
        least = new Cost(cpu, Double.parseDouble(seconds[2]));
      }
    }
    return least;
  }

  /** Stores reports of 100 reporters about 20 domains, ten a day of each reporter. */
  private void fill(String db, int reports) throws IOException {
    Instant now = Instant.parse("2026-11-24T12:00:00Z");
    Database database = Databases.parse(folder.resolve(db).toString());
    long begun = System.nanoTime();
    try (ReportStore store = ReportStore.open(database, Duration.ZERO, now, "test")) {
      for (int number = 0; number < reports; number++) {
        ReportSaver saver =
            store.saver(new Origin("inbox/" + number + ".xml", List.of()), Optional.empty());
        PolicyPublished policy = Reports.policy("example" + number % 20 + ".com p=none");
        saver.begin(report(number, policy));
        saver.record(record(number, policy, "amazonses.com"));
        saver.record(record(number + 1, policy, "bounce" + number % 500 + ".example"));
        saver.end(ReportFormat.values()[0], List.of());
        store.count(saver);
      }
      store.finish(now);
    }
    System.out.printf(
        "%d reports stored in %d ms, %d bytes%n",
        reports,
        (System.nanoTime() - begun) / 1_000_000,
        Files.size(database.file().orElseThrow()));
  }

  private static AggregateReport report(int number, PolicyPublished policy) {
    Instant begin = Instant.parse("2016-11-01T00:00:00Z").plus(Duration.ofDays(number / A_DAY));
    DateRange window = new DateRange(begin, begin.plusSeconds(86_399));
    String reporter = "mx" + number % 100 + ".example.net";
    ReportMetadata metadata =
        Reports.metadata(reporter, "dmarc@" + reporter, "stored-" + number, window);
    return new AggregateReport(metadata, policy, window);
  }

  private static AggregateRecord record(int number, PolicyPublished policy, String sender) {
    byte[] address = {10, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    Optional<DomainName> author = Optional.of(policy.domain());
    return new AggregateRecord(
        Optional.of(SourceIp.of(address)),
        1 + number % 100,
        new Evidence(
            policy,
            new PolicyEvaluated(
                Optional.of(Disposition.NONE), Optional.empty(), Optional.empty(), List.of()),
            new Identifiers(author, Optional.empty(), false, Optional.empty()),
            new AuthResults(
                List.of(
                    new AuthResults.Dkim(
                        author, Optional.of("s1"), Optional.of(DkimResult.PASS), Optional.empty())),
                List.of(
                    new AuthResults.Spf(
                        Optional.of(new DomainName(sender)),
                        Optional.empty(),
                        Optional.of(SpfResult.PASS),
                        Optional.empty()))),
            List.of()));
  }
}
