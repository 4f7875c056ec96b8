package dmarcreports.command;

import dmarcreports.analysis.sender.Network;
import dmarcreports.flow.Access;
import dmarcreports.flow.Purging;
import dmarcreports.output.plain.Counted;
import dmarcreports.store.open.Database;
import dmarcreports.stored.Purged;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code purge}. */
@Command(
    name = "purge",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "command.purge",
    description = "command.purge.more",
    footer = {
      "  java -jar dmarc-reports.jar purge --older-than 400d --dry-run",
      "  java -jar dmarc-reports.jar purge --reporter mx.example.net"
    })
final class PurgeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Options options;

  @ArgGroup(multiplicity = "1")
  private Chosen chosen;

  @Option(names = "--dry-run", descriptionKey = "option.dry_run")
  private boolean dryRun;

  /** What is purged: one of these. */
  static final class Chosen {
    @Option(
        names = "--older-than",
        paramLabel = "DAYS",
        converter = Options.Time.class,
        descriptionKey = "option.older_than")
    private Duration age;

    @Option(names = "--source", paramLabel = "IP|CIDR", descriptionKey = "option.source")
    private String source;

    @Option(names = "--reporter", paramLabel = "NAME", descriptionKey = "option.reporter")
    private String reporter;

    @Option(names = "--report-id", paramLabel = "ID", descriptionKey = "option.report_id")
    private String reportId;
  }

  private final Shell shell;

  PurgeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Network> network = Optional.ofNullable(chosen.source).map(source -> network());
    if (chosen.age != null && chosen.age.toDays() < 1) {
      throw new ParameterException(
          spec.commandLine(), "--older-than takes whole days, such as 400d");
    }
    Access access = options.access(spec.commandLine());
    Purged purged = purged(new Purging(access, dryRun), network);
    if (dryRun || !options.quiet()) {
      shell.summary(line(purged, access.database()));
    }
    return ExitCode.DONE;
  }

  private Purged purged(Purging purging, Optional<Network> network) {
    if (network.isPresent()) {
      return purging.sources(network.get()::contains);
    }
    if (chosen.reporter != null) {
      return purging.reporter(chosen.reporter);
    }
    return chosen.reportId != null
        ? purging.reportId(chosen.reportId)
        : purging.olderThan(chosen.age.toDays());
  }

  /** What no report is of, whose name may be misspelt. */
  private String nobody() {
    if (chosen.reporter != null) {
      return "no report of '" + chosen.reporter + "' is stored";
    }
    if (chosen.reportId != null) {
      return "no report with the id '" + chosen.reportId + "' is stored";
    }
    return chosen.source != null
        ? "no record about mail from " + chosen.source + " is stored"
        : "no report is that old";
  }

  private Network network() {
    return Network.parse(chosen.source.strip())
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--source: '" + chosen.source + "' is no address or network"));
  }

  private String line(Purged purged, Database database) {
    return (dryRun ? "would purge " : "purged ")
        + Counted.of(purged.reports(), "report")
        + " whole, "
        + purged.parts()
        + " in part · "
        + Counted.of(purged.records(), "record")
        + ", "
        + Counted.of(purged.messages(), "message")
        + " · "
        + database.name()
        + (purged.reports() + purged.parts() == 0 ? " · " + nobody() : "");
  }
}
