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
    header = "Tells what is in the database, and what the last runs came to.",
    footer = {"", "Example:", "  java -jar dmarc-reports.jar status --verify"})
final class StatusCommand implements Callable<Integer> {
  private static final int RUNS = 10;

  @Spec private CommandSpec spec;
  @Mixin private Options options;

  @Option(
      names = "--verify",
      description =
          "Read everything back first: each report has the records and messages that it"
              + " announces, and all are what was stored. Exit with 1 and name what is not.")
  private boolean verify;

  @Option(
      names = "--report",
      paramLabel = "ID",
      description = "Tell instead where the reports with this id came from.")
  private String report;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Default: ${DEFAULT-VALUE}")
  private StatusFormat format;

  private final Shell shell;

  StatusCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Access access = options.access(spec.commandLine());
    if (verify && !isSound(access)) {
      return ExitCode.FAILED;
    }
    if (report != null) {
      return provenance(access);
    }
    format.write(Status.holdings(access, RUNS), Language.english(), shell.out());
    shell.out().flush();
    return ExitCode.DONE;
  }

  private int provenance(Access access) throws IOException {
    List<Provenance> reports = Status.provenances(access, report);
    if (reports.isEmpty()) {
      shell.error(report + ": no report with this id is stored; export lists their ids");
      return ExitCode.FAILED;
    }
    format.write(reports, Language.english(), shell.out());
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
