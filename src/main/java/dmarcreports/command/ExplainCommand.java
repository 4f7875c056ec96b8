package dmarcreports.command;

import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.explain.ExplainedMail;
import dmarcreports.analysis.sums.SourceName;
import dmarcreports.flow.Access;
import dmarcreports.flow.Analyze;
import dmarcreports.flow.Choice;
import dmarcreports.flow.ExplainMail;
import dmarcreports.flow.Knowledge;
import dmarcreports.mail.Input;
import dmarcreports.output.ExplainFormat;
import dmarcreports.output.language.Language;
import dmarcreports.report.UnreadableReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    header = "Shows how the findings about a source, or one mail, came about.",
    footer = {
      "",
      "Example:",
      "  java -jar dmarc-reports.jar explain 192.0.2.1 --last 30d",
      "  java -jar dmarc-reports.jar explain amazonses.com --domain example.com",
      "  java -jar dmarc-reports.jar explain ./message.eml"
    })
final class ExplainCommand implements Callable<Integer> {
  private static final List<String> OF_REPORTS =
      List.of("--domain", "--since", "--until", "--last");

  @Spec private CommandSpec spec;
  @Mixin private Options options;
  @Mixin private SelectionOptions selection;
  @Mixin private KnowledgeOptions knowledge;

  @Parameters(
      paramLabel = "SOURCE",
      description =
          "An address (192.0.2.1), a network (2001:db8::/32), or a domain for which SPF"
              + " or DKIM passed (amazonses.com, which stands for all names below it too); or a"
              + " file with one mail (./message.eml, - for standard input), such as a mail service"
              + " shows as the original, or a bounce or complaint with the mail in it. The policy of"
              + " its domain is that of the reports, where a database is there.")
  private String source;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Default: ${DEFAULT-VALUE}")
  private ExplainFormat format;

  @Option(
      names = "--trusted-authserv-id",
      paramLabel = "ID",
      description =
          "For a mail: the host whose Authentication-Results are believed, by the name that stands"
              + " first in them. Default: that of the topmost.")
  private String trusted;

  private final Shell shell;

  ExplainCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Input> mail = mail();
    return mail.isPresent() ? explain(mail.get()) : explain(name());
  }

  /** The file with a mail that is meant; empty where none is. */
  private Optional<Input> mail() {
    if (source.equals("-")) {
      return Optional.of(Input.of("-", shell.in()));
    }
    try {
      Path file = Path.of(source);
      return Files.isRegularFile(file) ? Optional.of(Input.of(file)) : Optional.empty();
    } catch (InvalidPathException noFile) {
      return Optional.empty();
    }
  }

  private SourceName name() {
    if (trusted != null) {
      throw wrong("--trusted-authserv-id goes with a mail, and '" + source + "' is no file");
    }
    return SourceName.parse(source)
        .filter(name -> !source.toLowerCase(Locale.ROOT).endsWith(".eml"))
        .orElseThrow(
            () ->
                wrong(
                    "SOURCE: '"
                        + source
                        + "' is no address, network or domain, and no file with a mail"));
  }

  private int explain(Input mail) throws IOException {
    for (String option : OF_REPORTS) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw wrong(option + " selects reports, and '" + source + "' is a mail");
      }
    }
    Knowledge known = knowledge.knowledge(spec.commandLine());
    ExplainedMail explained;
    try {
      explained =
          ExplainMail.run(
              mail, Optional.ofNullable(trusted), options.accessIfThere(spec.commandLine()), known);
    } catch (UnreadableReport e) {
      shell.error(source + ": " + e.getMessage());
      return ExitCode.FAILED;
    }
    format.write(explained, Language.english(), shell.out());
    shell.out().flush();
    return ExitCode.DONE;
  }

  private int explain(SourceName name) throws IOException {
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

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
