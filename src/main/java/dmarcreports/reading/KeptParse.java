package dmarcreports.reading;

import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.Deviation;
import dmarcreports.report.ReportFormat;
import dmarcreports.report.ReportSink;
import dmarcreports.report.UnreadableReport;
import dmarcreports.xml.ReplayableContent;
import dmarcreports.xml.ReportParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the parser said of a document, to be said again to another sink. */
final class KeptParse implements ReportSink {
  /** How many records are kept in memory. */
  private static final int MOST_RECORDS = 1_000;

  private final List<Consumer<ReportSink>> said = new ArrayList<>();
  private boolean isReport;
  private boolean full;
  private Optional<UnreadableReport> failure = Optional.empty();

  private KeptParse() {}

  /**
   * Parses a document whose bytes are in memory, and goes back to the first of them; empty where it
   * has more records than are kept.
   */
  static Optional<KeptParse> of(ReportParser parser, ReplayableContent content, String fileName) {
    KeptParse kept = new KeptParse();
    try {
      kept.isReport = parser.parse(content, fileName, kept);
    } catch (UnreadableReport e) {
      kept.failure = Optional.of(e);
    } catch (IOException inItsTurn) {
      return Optional.empty();
    } finally {
      content.rewind();
    }
    return kept.full ? Optional.empty() : Optional.of(kept);
  }

  /**
   * As {@link ReportParser#parse}.
   *
   * @return whether it is a report at all
   * @throws UnreadableReport where it is one that must be discarded
   */
  boolean tell(ReportSink sink) throws UnreadableReport {
    for (Consumer<ReportSink> one : said) {
      if (!sink.goesOn()) {
        return true;
      }
      one.accept(sink);
    }
    if (failure.isPresent() && sink.goesOn()) {
      throw failure.get();
    }
    return isReport;
  }

  @Override
  public void begin(AggregateReport report) {
    said.add(sink -> sink.begin(report));
  }

  @Override
  public void record(AggregateRecord record) {
    full = said.size() > MOST_RECORDS;
    if (!full) {
      said.add(sink -> sink.record(record));
    }
  }

  @Override
  public boolean goesOn() {
    return !full;
  }

  @Override
  public void end(ReportFormat format, List<Deviation> deviations) {
    said.add(sink -> sink.end(format, deviations));
  }
}
