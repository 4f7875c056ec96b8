package dmarcreports.flow;

import dmarcreports.analysis.RecordDiagnoses;
import dmarcreports.file.Writing;
import dmarcreports.output.Export;
import dmarcreports.store.ReportReader;
import dmarcreports.store.Selection;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Database in, one line for each record out. */
public final class Extract {
  private Extract() {}

  /** How lines are written. */
  @FunctionalInterface
  public interface Form {
    /** An export to a stream. */
    Export to(OutputStream stream) throws IOException;
  }

  /** Where lines go. */
  @FunctionalInterface
  public interface Destination {
    /** Has all of them written. */
    void take(Writing lines) throws IOException;
  }

  /** Writes a line for each record of the reports chosen. */
  public static void run(
      Access access, Choice choice, Knowledge knowledge, Form form, Destination destination)
      throws IOException {
    try (ReportReader reports = access.read()) {
      Selection selection = choice.of(reports);
      destination.take(to -> write(reports, selection, knowledge, form.to(to)));
    }
  }

  private static void write(
      ReportReader reports, Selection selection, Knowledge knowledge, Export export)
      throws IOException {
    RecordDiagnoses diagnoses = Analyze.collected(reports, selection, knowledge).diagnoses();
    try {
      reports.records(
          selection,
          (report, record) -> {
            try {
              export.line(report, record, diagnoses.of(record));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    export.finish();
  }
}
