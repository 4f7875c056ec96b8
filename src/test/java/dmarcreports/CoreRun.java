package dmarcreports;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.mail.DocumentVisitor;
import dmarcreports.mail.Input;
import dmarcreports.mail.Limits;
import dmarcreports.mail.Opener;
import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.Deviation;
import dmarcreports.report.Observation;
import dmarcreports.report.Origin;
import dmarcreports.report.ReportFormat;
import dmarcreports.report.ReportSink;
import dmarcreports.report.UnreadableReport;
import dmarcreports.xml.ReplayableContent;
import dmarcreports.xml.ReportParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The core alone: files opened, reports parsed, mail analysed; no database, no output. */
public final class CoreRun implements Function<Path, String>, DocumentVisitor, ReportSink {
  private final Analysis.Collector collector =
      new Analysis.Collector(new PublicSuffixList(), SenderProfiles.standard());
  private final ReportParser parser = new ReportParser();
  private AggregateReport report;
  private int reports;

  /** What is to be done about the mail that the reports in a directory tell of. */
  @Override
  public String apply(Path directory) {
    Opener opener = new Opener(Limits.defaults());
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        opener.open(Input.of(file), this);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reports
        + " reports; "
        + collector.finish().domains().stream()
            .flatMap(
                domain ->
                    domain.actions().stream()
                        .map(action -> domain.domain() + ": " + action.changes()))
            .collect(Collectors.joining("; "));
  }

  @Override
  public void document(Origin origin, InputStream content) throws IOException {
    try {
      parser.parse(new ReplayableContent(content), origin.toString(), this);
    } catch (UnreadableReport e) {
      discarded(origin, e);
    }
  }

  @Override
  public void discarded(Origin origin, UnreadableReport why) {
    // a sample of what cannot be read
  }

  @Override
  public void begin(AggregateReport begun) {
    report = begun;
  }

  @Override
  public void record(AggregateRecord record) {
    collector.add(
        new Observation(
            record.evidence(),
            record.sourceIp(),
            report.window().day(),
            report.metadata().reporter(),
            record.messages()));
  }

  @Override
  public void end(ReportFormat format, List<Deviation> deviations) {
    reports++;
  }
}
