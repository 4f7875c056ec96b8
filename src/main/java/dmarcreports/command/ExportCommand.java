package dmarcreports.command;

import dmarcreports.file.ReplacedFile;
import dmarcreports.file.Writing;
import dmarcreports.flow.Access;
import dmarcreports.flow.Choice;
import dmarcreports.flow.Extract;
import dmarcreports.flow.Knowledge;
import dmarcreports.output.ExportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "command.export",
    footer = {"  java -jar dmarc-reports.jar export --format jsonl --out -"})
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Options options;
  @Mixin private SelectionOptions selection;
  @Mixin private KnowledgeOptions knowledge;

  @Option(
      names = "--format",
      paramLabel = "csv|jsonl|parsedmarc-csv",
      defaultValue = "csv",
      descriptionKey = "option.export.format")
  private ExportFormat format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "-",
      showDefaultValue = Visibility.NEVER,
      descriptionKey = "option.export.out")
  private String out;

  private final Shell shell;

  ExportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Choice choice = selection.choice(spec.commandLine());
    Knowledge known = knowledge.knowledge(spec.commandLine());
    Access access = options.access(spec.commandLine());
    Extract.run(access, choice, known, format, this::write);
    return ExitCode.DONE;
  }

  private void write(Writing lines) throws IOException {
    if (out.equals("-")) {
      lines.to(shell.out());
    } else {
      ReplacedFile.write(Path.of(out), lines);
    }
  }
}
