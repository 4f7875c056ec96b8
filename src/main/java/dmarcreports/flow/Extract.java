package dmarcreports.flow;

import dmarcreports.analysis.RecordDiagnoses;
import dmarcreports.dns.Snapshot;
import dmarcreports.file.Writing;
import dmarcreports.output.ExportFormat;
import dmarcreports.output.export.ExportedRecord;
import dmarcreports.output.export.RecordLines;
import dmarcreports.output.export.SourceHosts;
import dmarcreports.store.ReportReader;
import dmarcreports.store.Selection;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Database in, one line for each record out. */
public final class Extract {
  private Extract() {}

  /** Where lines go. */
  @FunctionalInterface
  public interface Destination {
    /** Has all of them written. */
    void take(Writing lines) throws IOException;
  }

  /** Writes a line for each record of the reports chosen. */
  public static void run(
      Access access,
      Choice choice,
      Knowledge knowledge,
      ExportFormat format,
      Destination destination)
      throws IOException {
    try (ReportReader reports = access.read()) {
      Selection selection = choice.of(reports);
      destination.take(to -> write(reports, selection, knowledge, format, to));
    }
  }

  private static void write(
      ReportReader reports,
      Selection selection,
      Knowledge knowledge,
      ExportFormat format,
      OutputStream to)
      throws IOException {
    Snapshot dns = knowledge.published(reports);
    RecordLines lines =
        format.lines(to, new SourceHosts(knowledge.suffixes(), knowledge.senders(), dns.ofNames()));
    RecordDiagnoses diagnoses = Analyze.collected(reports, selection, knowledge, dns).diagnoses();
    try {
      reports.records(
          selection,
          (report, record) -> {
            try {
              lines.line(new ExportedRecord(report, record, diagnoses.of(record)));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    lines.finish();
  }
}
