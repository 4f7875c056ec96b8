package dmarcreports.command;

import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.sums.SourceName;
import dmarcreports.flow.Access;
import dmarcreports.flow.Analyze;
import dmarcreports.flow.Choice;
import dmarcreports.flow.Knowledge;
import dmarcreports.output.ExplainFormat;
import dmarcreports.output.language.Language;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Shows how the findings about one source came about, check by check.",
    footer = {
      "",
      "Example:",
      "  java -jar dmarc-reports.jar explain 192.0.2.1 --last 30d",
      "  java -jar dmarc-reports.jar explain amazonses.com --domain example.com"
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Options options;
  @Mixin private SelectionOptions selection;
  @Mixin private KnowledgeOptions knowledge;

  @Parameters(
      paramLabel = "SOURCE",
      description =
          "An address (192.0.2.1), a network (2001:db8::/32), or a domain for which SPF"
              + " or DKIM passed (amazonses.com, which stands for all names below it too).")
  private String source;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Default: ${DEFAULT-VALUE}")
  private ExplainFormat format;

  private final Shell shell;

  ExplainCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    SourceName name =
        SourceName.parse(source)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "SOURCE: '" + source + "' is no address, network or domain"));
    Choice choice = selection.choice(spec.commandLine());
    Knowledge known = knowledge.knowledge(spec.commandLine());
    Access access = options.access(spec.commandLine());
    Explained explained = Analyze.explained(access, choice, known, name);
    if (explained.domains().isEmpty()) {
      shell.error(
          name.text()
              + ": no message of it is stored for this selection; analyze --all --format csv lists"
              + " every address, with the domains that passed");
      return ExitCode.FAILED;
    }
    format.write(explained, Language.english(), shell.out());
    shell.out().flush();
    return ExitCode.DONE;
  }
}
