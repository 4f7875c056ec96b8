package dmarcreports.command;

import dmarcreports.file.ReplacedFile;
import dmarcreports.file.Writing;
import dmarcreports.flow.Access;
import dmarcreports.flow.Analyze;
import dmarcreports.flow.Choice;
import dmarcreports.flow.Knowledge;
import dmarcreports.output.ChosenActions;
import dmarcreports.output.Findings;
import dmarcreports.output.Format;
import dmarcreports.output.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code analyze}. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Tells which mail of each domain fails, why, and what repairs it.",
    footer = {
      "",
      "Example:",
      "  java -jar dmarc-reports.jar analyze --domain example.com --last 30d",
      "  java -jar dmarc-reports.jar analyze --domain example.com --action 1",
      "  java -jar dmarc-reports.jar analyze --format csv --out ./findings"
    })
final class AnalyzeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Options options;
  @Mixin private SelectionOptions selection;
  @Mixin private KnowledgeOptions knowledge;

  @Option(names = "--all", description = "Also the sources that do not fail.")
  private boolean all;

  @Option(
      names = "--details",
      description = "Everything: steps, DNS records, assumptions, every failing source.")
  private boolean details;

  @Option(
      names = "--action",
      paramLabel = "RANK-or-CODE",
      description = "One action whole, such as 3 or easy_dkim: its steps, records and code.")
  private String action;

  @Option(
      names = "--format",
      paramLabel = "text|csv|json",
      defaultValue = "text",
      description = "Default: ${DEFAULT-VALUE}")
  private Format format;

  @Option(
      names = "--out",
      paramLabel = "FILE-or-DIR",
      description =
          "Write there instead of to standard output, replacing what is there. With csv a"
              + " directory, which gets one file for each table.")
  private Path out;

  @Option(
      names = "--exit-code",
      description = "Exit with 4 when an action that is more than waiting is open or back.")
  private boolean exitCode;

  private final Shell shell;

  AnalyzeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Choice choice = selection.choice(spec.commandLine());
    if (action != null && format != Format.TEXT) {
      throw new ParameterException(spec.commandLine(), "--action goes with --format text only");
    }
    Access access = options.access(spec.commandLine());
    Knowledge known = knowledge.knowledge(spec.commandLine());
    Findings findings = Analyze.run(access, choice, known, all);
    if (action == null) {
      write(findings, details && format == Format.TEXT ? Format.DETAILS : format);
    } else {
      write(chosen(findings));
    }
    return exitCode && findings.needAttention() ? ExitCode.ATTENTION : ExitCode.DONE;
  }

  private ChosenActions chosen(Findings findings) {
    ChosenActions chosen = ChosenActions.of(findings, action);
    if (chosen.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--action: " + chosen.instead());
    }
    return chosen;
  }

  private void write(Findings findings, Format as) throws IOException {
    if (out == null) {
      as.write(findings, shell.style(), shell.out());
      shell.out().flush();
    } else {
      write(as.files(findings), as == Format.CSV);
    }
  }

  private void write(ChosenActions chosen) throws IOException {
    if (out == null) {
      chosen.write(shell.style(), shell.out());
      shell.out().flush();
    } else {
      write(Map.of("action.txt", to -> chosen.write(Style.PLAIN, to)), false);
    }
  }

  private void write(Map<String, Writing> contents, boolean several) throws IOException {
    boolean directory = several || Files.isDirectory(out);
    if (directory) {
      ReplacedFile.makeDirectory(out);
    }
    Map<Path, Writing> files = new LinkedHashMap<>();
    contents.forEach((name, content) -> files.put(directory ? out.resolve(name) : out, content));
    ReplacedFile.writeAll(files);
  }
}
