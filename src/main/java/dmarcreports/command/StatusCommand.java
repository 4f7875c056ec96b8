package dmarcreports.command;

import dmarcreports.flow.Access;
import dmarcreports.flow.Status;
import dmarcreports.output.StatusFormat;
import dmarcreports.output.language.Language;
import dmarcreports.stored.Provenance;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "command.status",
    footer = {"  java -jar dmarc-reports.jar status --verify"})
final class StatusCommand implements Callable<Integer> {
  private static final int RUNS = 10;

  @Spec private CommandSpec spec;
  @Mixin private Options options;
  @Mixin private LanguageOptions lang;

  @Option(names = "--verify", descriptionKey = "option.verify")
  private boolean verify;

  @Option(names = "--report", paramLabel = "ID", descriptionKey = "option.report")
  private String report;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      descriptionKey = "option.format")
  private StatusFormat format;

  private final Shell shell;

  StatusCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Access access = options.access(spec.commandLine());
    Language language = lang.language(spec.commandLine());
    if (verify && !isSound(access)) {
      return ExitCode.FAILED;
    }
    if (report != null) {
      return provenance(access, language);
    }
    format.write(Status.holdings(access, RUNS), language, shell.out());
    shell.out().flush();
    return ExitCode.DONE;
  }

  private int provenance(Access access, Language language) throws IOException {
    List<Provenance> reports = Status.provenances(access, report);
    if (reports.isEmpty()) {
      shell.error(report + ": no report with this id is stored; export lists their ids");
      return ExitCode.FAILED;
    }
    format.write(reports, language, shell.out());
    shell.out().flush();
    return ExitCode.DONE;
  }

  private boolean isSound(Access access) {
    String name = access.database().name();
    List<String> faults = Status.faults(access);
    for (String fault : faults) {
      shell.error(name + ": " + fault);
    }
    if (!faults.isEmpty()) {
      shell.error(
          name + ": is damaged; restore a copy, or move the database away and ingest again");
    }
    return faults.isEmpty();
  }
}
