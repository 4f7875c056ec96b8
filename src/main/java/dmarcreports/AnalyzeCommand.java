package dmarcreports;

import dmarcreports.output.Findings;
import dmarcreports.output.Format;
import dmarcreports.output.ReplacedFile;
import dmarcreports.store.Database;
import dmarcreports.store.ReportReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code analyze}. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Tells for each domain which mail fails DMARC, why, and what repairs it.",
    footer = {
      "",
      "Example:",
      "  java -jar dmarc-reports.jar analyze --domain example.com --last 30d",
      "  java -jar dmarc-reports.jar analyze --format csv --out ./findings"
    })
final class AnalyzeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Options options;
  @Mixin private SelectionOptions selection;

  @Option(names = "--all", description = "Also the sources that do not fail.")
  private boolean all;

  @Option(
      names = "--format",
      paramLabel = "text|csv|json",
      defaultValue = "text",
      description = "Default: ${DEFAULT-VALUE}")
  private Format format;

  @Option(
      names = "--out",
      paramLabel = "FILE-or-DIR",
      description = {
        "Write there instead of to standard output, replacing what is there.",
        "With csv a directory, which gets one file for each table."
      })
  private Path out;

  private final Shell shell;

  AnalyzeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    selection.check(spec.commandLine());
    Database database = options.database(spec.commandLine());
    Findings findings;
    try (ReportReader reports = ReportReader.open(database, options.patience())) {
      findings = Analyze.run(reports, selection.of(reports), all);
    }
    if (out == null) {
      format.write(findings, shell.style(), shell.out());
      shell.out().flush();
      return Main.DONE;
    }
    boolean directory = format == Format.CSV || Files.isDirectory(out);
    if (directory) {
      Files.createDirectories(out);
    }
    for (Map.Entry<String, Format.Writing> file : format.files(findings).entrySet()) {
      ReplacedFile.write(directory ? out.resolve(file.getKey()) : out, file.getValue());
    }
    return Main.DONE;
  }
}
