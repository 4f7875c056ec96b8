package dmarcreports.command;

import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.explain.ExplainedMail;
import dmarcreports.analysis.lookup.CheckedMail;
import dmarcreports.analysis.sums.SourceName;
import dmarcreports.dns.live.LiveLookup;
import dmarcreports.flow.Access;
import dmarcreports.flow.Analyze;
import dmarcreports.flow.Choice;
import dmarcreports.flow.ExplainMail;
import dmarcreports.flow.Knowledge;
import dmarcreports.mail.Input;
import dmarcreports.output.ExplainFormat;
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
    header = "command.explain",
    footer = {
      "  java -jar dmarc-reports.jar explain 192.0.2.1 --last 30d",
      "  java -jar dmarc-reports.jar explain amazonses.com --domain example.com",
      "  java -jar dmarc-reports.jar explain ./message.eml --dns"
    })
final class ExplainCommand implements Callable<Integer> {
  private static final List<String> OF_REPORTS =
      List.of("--domain", "--since", "--until", "--last");
  private static final List<String> OF_MAIL =
      List.of("--trusted-authserv-id", "--dns", "--nameserver", "--timeout");
  private static final List<String> OF_DNS = List.of("--nameserver", "--timeout");

  @Spec private CommandSpec spec;
  @Mixin private Options options;
  @Mixin private LanguageOptions lang;
  @Mixin private SelectionOptions selection;
  @Mixin private KnowledgeOptions knowledge;

  @Parameters(paramLabel = "SOURCE", descriptionKey = "argument.source")
  private String source;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      descriptionKey = "option.format")
  private ExplainFormat format;

  @Option(
      names = "--trusted-authserv-id",
      paramLabel = "ID",
      descriptionKey = "option.trusted_authserv_id")
  private String trusted;

  @Option(names = "--dns", descriptionKey = "option.explain.dns")
  private boolean dns;

  @Mixin private DnsOptions servers;

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
    for (String option : OF_MAIL) {
      if (isGiven(option)) {
        throw wrong(option + " goes with a mail, and '" + source + "' is no file");
      }
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
      if (isGiven(option)) {
        throw wrong(option + " selects reports, and '" + source + "' is a mail");
      }
    }
    for (String option : OF_DNS) {
      if (!dns && isGiven(option)) {
        throw wrong(option + " goes with --dns");
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
    if (dns) {
      return besideDns(explained, known, servers.lookup(spec.commandLine()));
    }
    format.write(explained, Optional.empty(), lang.language(spec.commandLine()), shell.out());
    shell.out().flush();
    return ExitCode.DONE;
  }

  private int besideDns(ExplainedMail explained, Knowledge known, LiveLookup lookup)
      throws IOException {
    CheckedMail checked = ExplainMail.inDns(explained, known, lookup);
    format.write(
        checked.mail(), Optional.of(checked), lang.language(spec.commandLine()), shell.out());
    shell.out().flush();
    return DnsOptions.complain(lookup, shell) ? ExitCode.DONE : ExitCode.FAILED;
  }

  private boolean isGiven(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
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
    format.write(explained, lang.language(spec.commandLine()), shell.out());
    shell.out().flush();
    return ExitCode.DONE;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
