package dmarcreports.command;

import dmarcreports.file.ReplacedFile;
import dmarcreports.flow.Access;
import dmarcreports.flow.Analyze;
import dmarcreports.flow.Choice;
import dmarcreports.flow.Knowledge;
import dmarcreports.flow.Telling;
import dmarcreports.output.Format;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Findings;
import dmarcreports.output.plain.Style;
import dmarcreports.output.text.ChosenActions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    header = "command.analyze",
    footer = {
      "  java -jar dmarc-reports.jar analyze --domain example.com --last 30d",
      "  java -jar dmarc-reports.jar analyze --domain example.com --action 1",
      "  java -jar dmarc-reports.jar analyze --format html --out findings.html",
      "  java -jar dmarc-reports.jar analyze --format csv --out ./findings"
    })
final class AnalyzeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Options options;
  @Mixin private LanguageOptions lang;
  @Mixin private SelectionOptions selection;
  @Mixin private KnowledgeOptions knowledge;

  @Option(names = "--all", descriptionKey = "option.all")
  private boolean all;

  @Option(names = "--details", descriptionKey = "option.details")
  private boolean details;

  @Option(names = "--action", paramLabel = "RANK-or-CODE", descriptionKey = "option.action")
  private String action;

  @Option(
      names = "--format",
      paramLabel = "text|csv|json|html|metrics",
      defaultValue = "text",
      descriptionKey = "option.format")
  private Format format;

  @Option(names = "--out", paramLabel = "FILE-or-DIR", descriptionKey = "option.analyze.out")
  private Path out;

  @Option(names = "--exit-code", descriptionKey = "option.analyze.exit_code")
  private boolean exitCode;

  private final Shell shell;

  AnalyzeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Choice choice = selection.choice(spec.commandLine());
    Language language = lang.language(spec.commandLine());
    if (action != null && format != Format.TEXT) {
      throw new ParameterException(spec.commandLine(), "--action goes with --format text only");
    }
    Access access = options.access(spec.commandLine());
    Knowledge known = knowledge.knowledge(spec.commandLine());
    Findings findings =
        Analyze.run(access, choice, known, new Telling(all, format.tellsDiscards(), language));
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
    } else if (as == Format.CSV || Files.isDirectory(out)) {
      as.writeFiles(findings, out);
    } else {
      ReplacedFile.write(out, to -> as.write(findings, Style.PLAIN, to));
    }
  }

  private void write(ChosenActions chosen) throws IOException {
    if (out == null) {
      chosen.write(shell.style(), shell.out());
      shell.out().flush();
    } else {
      Path file = Files.isDirectory(out) ? out.resolve("action.txt") : out;
      ReplacedFile.write(file, to -> chosen.write(Style.PLAIN, to));
    }
  }
}
