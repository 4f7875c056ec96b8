package dmarcreports.command;

import dmarcreports.analysis.RecordDiagnoses;
import dmarcreports.file.ReplacedFile;
import dmarcreports.flow.Analyze;
import dmarcreports.flow.Knowledge;
import dmarcreports.output.Export;
import dmarcreports.store.ReportReader;
import dmarcreports.store.Selection;
import dmarcreports.store.open.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Writes one line for each stored record, with all its report says.",
    footer = {"", "Example:", "  java -jar dmarc-reports.jar export --format jsonl --out -"})
final class ExportCommand implements Callable<Integer> {
  /** How records are written. */
  enum RecordFormat {
    CSV,
    JSONL
  }

  @Spec private CommandSpec spec;
  @Mixin private Options options;
  @Mixin private SelectionOptions selection;
  @Mixin private KnowledgeOptions knowledge;

  @Option(
      names = "--format",
      paramLabel = "csv|jsonl",
      defaultValue = "csv",
      description = "Default: ${DEFAULT-VALUE}")
  private RecordFormat format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Where to; - is standard output, the default.")
  private String out;

  private final Shell shell;

  ExportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    selection.check(spec.commandLine());
    Knowledge known = knowledge.knowledge(spec.commandLine());
    Database database = options.database(spec.commandLine());
    try (ReportReader reports = ReportReader.open(database, options.patience())) {
      Selection selected = selection.of(reports);
      if (out.equals("-")) {
        write(reports, selected, known, shell.out());
      } else {
        ReplacedFile.write(Path.of(out), to -> write(reports, selected, known, to));
      }
    }
    return ExitCode.DONE;
  }

  private void write(ReportReader reports, Selection selected, Knowledge known, OutputStream to)
      throws IOException {
    RecordDiagnoses diagnoses = Analyze.collected(reports, selected, known).diagnoses();
    Export export = format == RecordFormat.CSV ? Export.csv(to) : Export.jsonLines(to);
    try {
      reports.records(
          selected,
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
