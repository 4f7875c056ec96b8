package dmarcreports.benchmark;

import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.Deviation;
import dmarcreports.report.ReportFormat;
import dmarcreports.report.ReportSink;
import dmarcreports.report.UnreadableReport;
import dmarcreports.xml.ReplayableContent;
import dmarcreports.xml.ReportParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reports in memory, as the stages take them. */
final class Mails {
  private Mails() {}

  /** Documents of so many records each, together so many records. */
  static List<byte[]> documents(int recordsEach, int records) {
    Corpus corpus = new Corpus();
    List<byte[]> documents = new ArrayList<>();
    for (int i = 0; i < records / recordsEach; i++) {
      String xml =
          corpus.report(
              "reporter" + i % 15 + ".example.net",
              "example.com",
              "id" + i,
              1_767_225_600 + 86_400L * (i % 120),
              recordsEach);
      documents.add(xml.getBytes(StandardCharsets.UTF_8));
    }
    return documents;
  }

  /** A report that was read, to be told again. */
  static final class Kept implements ReportSink {
    private AggregateReport report;
    private final List<AggregateRecord> records = new ArrayList<>();
    private ReportFormat format;
    private List<Deviation> deviations;

    static Kept of(ReportParser parser, byte[] document) throws UnreadableReport, IOException {
      Kept kept = new Kept();
      parser.parse(new ReplayableContent(new ByteArrayInputStream(document)), "r.xml", kept);
      return kept;
    }

    void tell(ReportSink sink) {
      sink.begin(report);
      records.forEach(sink::record);
      sink.end(format, deviations);
    }

    @Override
    public void begin(AggregateReport begun) {
      report = begun;
      records.clear();
    }

    @Override
    public void record(AggregateRecord record) {
      records.add(record);
    }

    @Override
    public void end(ReportFormat read, List<Deviation> noted) {
      format = read;
      deviations = noted;
    }
  }
}
