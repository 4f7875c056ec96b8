package dmarcreports;

import dmarcreports.mail.DocumentVisitor;
import dmarcreports.mail.Input;
import dmarcreports.mail.Limits;
import dmarcreports.mail.Opener;
import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.Deviation;
import dmarcreports.report.Origin;
import dmarcreports.report.ReportFormat;
import dmarcreports.report.ReportSink;
import dmarcreports.report.UnreadableReport;
import dmarcreports.xml.ReplayableContent;
import dmarcreports.xml.ReportParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What becomes of some bytes on their way through the opener and the parser. Neither may throw
 * anything: an input ends in reports and in discards, each a clear line.
 */
public final class Verdict implements DocumentVisitor {
  private static final Pattern CLASS_NAME =
      Pattern.compile("[a-z](Exception|Error)\\b|\\b(java|org\\.apache|com\\.ctc)\\.\\w");
  private static final ReportParser PARSER = new ReportParser();

  private final List<String> words = new ArrayList<>();

  /** The words of the discards, and {@code good} for each report, in their order. */
  public static List<String> of(byte[] bytes) throws IOException {
    Verdict verdict = new Verdict();
    new Opener(Limits.defaults()).open(Input.of("-", new ByteArrayInputStream(bytes)), verdict);
    return verdict.words;
  }

  @Override
  public void document(Origin origin, InputStream content) throws IOException {
    Counted counted = new Counted();
    try {
      if (PARSER.parse(new ReplayableContent(content), origin.name(), counted)) {
        counted.check();
        words.add("good");
      }
    } catch (UnreadableReport why) {
      discarded(origin, why);
    }
  }

  @Override
  public void discarded(Origin origin, UnreadableReport why) {
    String message = String.valueOf(why.getMessage());
    if (message.isBlank() || message.equals("null") || CLASS_NAME.matcher(message).find()) {
      throw new AssertionError("no reason for a person: " + why.reason() + ": " + message);
    }
    words.add(why.reason().word());
  }

  /** A report that is told from its beginning to its end, in this order. */
  private static final class Counted implements ReportSink {
    private boolean begun;
    private boolean ended;
    private boolean disordered;

    @Override
    public void begin(AggregateReport report) {
      disordered |= ended;
      begun = true;
    }

    @Override
    public void record(AggregateRecord record) {
      disordered |= !begun || ended || record.messages() < 0;
    }

    @Override
    public void end(ReportFormat format, List<Deviation> deviations) {
      disordered |= !begun || ended;
      ended = true;
    }

    void check() {
      if (!ended || disordered) {
        throw new AssertionError("a report without beginning or end");
      }
    }
  }
}
