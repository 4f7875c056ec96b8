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
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < RECORDS; i++) {
      records.append(
          "<record><row><source_ip>192.0.2."
              + i
              + "</source_ip><count>"
              + messages(number, i)
              + "</count></row><identifiers><header_from>example.com</header_from></identifiers>"
              + "<auth_results><spf><domain>a"
              + number % 50
              + ".example</domain><result>pass</result></spf></auth_results></record>");
    }
    return "<feedback><report_metadata><org_name>mx.example.net</org_name><report_id>"
        + number
        + "</report_id><date_range><begin>1767225600</begin><end>1767311999</end></date_range>"
        + "</report_metadata><policy_published><domain>example.com</domain><p>none</p>"
        + "</policy_published>"
        + records
        + "</feedback>";
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
