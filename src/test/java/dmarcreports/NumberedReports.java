package dmarcreports;

import dmarcreports.report.SourceIp;
import dmarcreports.store.Databases;
import dmarcreports.store.ReportReader;
import dmarcreports.store.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reports of which each number of messages says which report and record it is of. */
final class NumberedReports {
  private static final int RECORDS = 5;
  private static final Selection ALL = new Selection(Optional.empty(), Optional.empty(), Set.of());

  private NumberedReports() {}

  /** Writes those from one number to before another into a directory. */
  static void write(Path inbox, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      Files.writeString(inbox.resolve(String.format("%05d.xml", i)), report(i));
    }
  }

  private static String report(int number) {
    String[] records = new String[RECORDS];
    for (int i = 0; i < RECORDS; i++) {
      String spf = "a" + number % 50 + ".example";
      records[i] = ReportXml.record("192.0.2." + i, messages(number, i), spf);
    }
    return ReportXml.of(number, records);
  }

  private static long messages(int report, int record) {
    return 1 + 10L * report + record;
  }

  /** Of each report, by its number, the messages of each source. */
  static Map<Integer, Map<String, Long>> expected(int reports) {
    Map<Integer, Map<String, Long>> all = new TreeMap<>();
    for (int number = 0; number < reports; number++) {
      Map<String, Long> sources = new TreeMap<>();
      for (int i = 0; i < RECORDS; i++) {
        sources.put("192.0.2." + i, messages(number, i));
      }
      all.put(number, sources);
    }
    return all;
  }

  /** The same of what a database holds. */
  static Map<Integer, Map<String, Long>> held(String db) {
    Map<Integer, Map<String, Long>> all = new TreeMap<>();
    try (ReportReader reader = ReportReader.open(Databases.parse(db), Duration.ofSeconds(5))) {
      reader.records(
          ALL,
          (report, record) ->
              all.computeIfAbsent(
                      Integer.parseInt(report.report().metadata().reportId()),
                      number -> new TreeMap<>())
                  .merge(
                      record.sourceIp().map(SourceIp::toString).orElse(""),
                      record.messages(),
                      Long::sum));
    }
    return all;
  }
}
